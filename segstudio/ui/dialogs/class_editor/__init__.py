"""The editor of a project's classes: a draft, the table that shows it, what is merged or unknown, and the dialog."""
