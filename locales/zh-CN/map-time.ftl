# 图：透镜与图例、时间条、两日对比、保存的视图、怎么走到一个人、导出

# 透镜与图例
map-time-lens = 透镜
map-time-lens-structure = 结构
map-time-lens-attitude = 态度
map-time-lens-coverage = 覆盖
map-time-lens-ownership = 归属
map-time-lens-freshness = 新鲜度
map-time-lens-change = 变化
map-time-legend = 图例
map-time-legend-open = 展开图例
map-time-legend-close = 收起图例
map-time-legend-all = 全部
map-time-legend-lines = { $label }，{ $count }条
map-time-legend-shown = 亮出{ $shown }席，共{ $all }席
map-time-losses = 失分最多
map-time-help = 卡片怎么读
map-time-help-attitude = 名字前的形状是态度：实心三角主动支持，空心三角支持，横条中立，倒三角不支持和反对，虚线圈未知
map-time-help-power = 方格是正式权力，最多四格；格下短线是影响力，虚线是还不知道
map-time-help-relation = 高低五条是我方与他最好的关系，零到五级，旁边写着级数
map-time-help-owner = 我方责任人；虚线红框是没有责任人
map-time-help-owner-sample = 姓名
map-time-help-fresh = 圆饼是关系的新鲜度，越满越新；旁边的数字是距上次双向接触的天数
map-time-help-overdue = 该联系了：超过约定间隔的1.5倍
map-time-help-unknown = 虚线框是姓名待查的席位，空缺也留着
map-time-help-zoom = 缩小到七成以下只显示姓名，再小只显示色块；位置不变。

# 时间条
map-time-bar = 时间
map-time-open = 展开时间条
map-time-close = 收起时间条
map-time-day = 显示哪一天
map-time-day-format = 写成{ $day }，也可只写月日
map-time-today = 今天
map-time-to-today = 回到今天
map-time-past = 过去的日子，只看不改
map-time-before = { $day }之前没有记录
map-time-before-text = 往后挪几天，或者回到今天。
map-time-nobody = { $day }这天图上没有人
map-time-handle-shown = 显示的日子
map-time-handle-compared = 对比的日子
map-time-marks = 有变化的日子
map-time-mark-span = { $from }—{ $to }，{ $count }处变化
map-time-count = { $count }处变化
map-time-compare = 对比
map-time-compare-key = 与另一天对比（C）
map-time-compare-day = 与哪一天对比
map-time-seat-past = 这是{ $day }的情况，只看不改

# 两日对比
map-time-changes = 两日之间的变化
map-time-changes-close = 收起变化清单
map-time-changes-none = 两日之间没有变化
map-time-span = { $from }到{ $to }
map-time-since = { $from }到今天
map-time-figures = 指标
map-time-badge-line = 线

# 保存的视图
map-time-views = 视图
map-time-views-at = 视图：{ $name }
map-time-views-none = 还没有保存的视图。把图调成常用的样子，起个名字存下来，投屏和导出都能直接用。
map-time-view-new = 保存当前画面
map-time-view-name = 视图名称
map-time-view-fixed = 固定在{ $day }
map-time-view-fixed-note = 以后打开，看到的总是这一天。
map-time-view-today-note = 以后打开，看到的是当天。
map-time-view-save = 保存视图
map-time-view-compares = { $day }，对比{ $from }
map-time-view-update = 用当前画面更新“{ $name }”
map-time-view-rename = 给“{ $name }”改名
map-time-view-rename-save = 改名
map-time-view-remove = 删除“{ $name }”

# 怎么走到一个人
map-time-paths-open = 引荐路径
map-time-paths-to = 引荐到{ $name }
map-time-paths-close = 收起
map-time-paths-none = 还没有走得通的路径
map-time-path = 路径{ $n }
map-time-path-opener = 由谁出面

# 导出
map-time-export = 导出这张图
map-time-export-view = 哪个视图
map-time-export-now = 当前画面
map-time-export-edition = 给谁看
map-time-export-internal = 内部版
map-time-export-internal-note = 图上的一切：态度、角色、权力、责任人。每一页都标明内部，不要发给客户。
map-time-export-presenting = 投屏版
map-time-export-presenting-note = 只有姓名、职务、部门、汇报线和月份，可以给客户看。
map-time-export-format = 格式
map-time-export-pdf = PDF
map-time-export-pdf-note = 一页看全，打印与分享
map-time-export-pptx = PowerPoint
map-time-export-pptx-note = 一人一个图形，连线跟着走
map-time-export-png = PNG图片
map-time-export-png-note = 贴进文稿和消息
map-time-export-svg = SVG
map-time-export-svg-note = 放大不糊，可再编辑
map-time-export-size = 图片大小
map-time-export-times = { $scale }倍
map-time-export-side = 最长边
map-time-export-pixels = 像素
map-time-export-side-bad = 填{ $least }到{ $most }之间的像素数
map-time-export-about = 约{ $w }×{ $h }像素
map-time-export-choose = 先选给谁看
map-time-export-busy = 正在写文件，关掉这个窗口也会写完。
map-time-export-print = 打印…
map-time-export-printing = 打印用的PDF已经打开
map-time-export-write = 导出
map-time-template = 幻灯片模板
map-time-template-none = 不用模板，白底
map-time-template-pick = 选一份演示文稿
map-time-template-drop = 不用模板

# 按键
map-time-key-lens = 换透镜
map-time-key-compare = 对比另一天
map-time-key-paths = 引荐路径
map-time-key-views = 换视图
