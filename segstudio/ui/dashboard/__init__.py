"""The dashboard: figures, bars per class and the confusion matrix of what is compared, live."""
