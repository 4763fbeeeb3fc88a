# 导入：文件被拒的原因、名单里的问题、字段名。每条拒绝说三件事：怎么了，什么没动，接下来做什么。

error-intake-unreadable = 打不开这个文件。工作区没有改动。请确认文件还在原处、没有被别的程序占用，再选一次
error-intake-empty = 文件里没有内容。工作区没有改动。请确认选对了文件，并已在表格程序里保存
error-intake-too-big = 文件太大，读取上限是{ $limit }MB。工作区没有改动。请删去图片和无关的工作表，或分成几份导入
error-intake-not-a-spreadsheet = 这不是表格文件。工作区没有改动。请选.xlsx或.csv；网页导出的“Excel”请先打开，再另存为.xlsx
error-intake-damaged = 表格文件已损坏，读不完整。工作区没有改动。请用表格程序打开并另存一份，再导入新文件
error-intake-encrypted = 表格设了打开密码。工作区没有改动。请在表格程序里去掉密码，另存后再导入
error-intake-unsupported-old-excel = 这是旧版Excel格式（.xls或.xlsb）。工作区没有改动。请另存为.xlsx再导入
error-intake-too-many-columns = 第{ $sheet }张工作表用到了第{ $columns }列，上限是{ $limit }列。工作区没有改动。请删去右边用不到的列，常见的是误填在很远处的一格
error-intake-too-many-cells = 表格超过{ $limit }格。工作区没有改动。请只留名单所在的工作表，或分成几份导入
error-intake-too-many-sheets = 文件里有内容的工作表超过{ $limit }张。工作区没有改动。请把名单另存为单独的文件
error-intake-cell-too-long = 第{ $sheet }张工作表第{ $row }行{ $column }列的一格过长。工作区没有改动。请缩短这一格；CSV请查看引号是否成对
error-intake-zip-bomb = 文件解开后的大小远超正常表格，已停止读取。工作区没有改动。请用表格程序打开并另存一份，或向发文件的人核实
error-intake-unknown-format = 这个JSON不是典客的交换文件。工作区没有改动。请选由典客导出的文件
error-intake-newer-version = 文件由更新的典客写成（交换格式第{ $found }版，本机认到第{ $known }版）。工作区没有改动。请先升级典客
error-intake-invalid-record = 交换文件有误，位置{ $path }，第{ $line }行第{ $column }列：{ $fault ->
        [syntax] 不是合法的JSON
        [missing_field] 缺少这个字段
        [unknown_field] 不认识这个字段
        [unknown_code] 代码不在名录里
        [out_of_range] 数值超出范围
        [duplicate_id] 标识与前面的记录重复
        [dangling_reference] 所指的记录不在文件里
       *[wrong_value] 值的类型或写法不对
    }。工作区没有改动。请改正后再导入，或重新导出
error-intake-template-not-a-presentation = 这不是.pptx演示文稿，不能作模板。没有写出文件。请选.pptx或.potx；旧版.ppt请先另存为.pptx
error-intake-template-damaged = 模板文件已损坏，读不完整。没有写出文件。请用PowerPoint打开并另存一份，再选新文件
error-intake-template-macros = 模板带有宏，不予读取。没有写出文件。请另存为不含宏的.pptx再选
error-intake-template-encrypted = 模板设了打开密码。没有写出文件。请去掉密码，另存后再选
error-intake-template-too-big = 模板太大，读取上限是{ $limit }MB。没有写出文件。请删去模板里的幻灯片和大图片，另存后再选
error-intake-template-zip-bomb = 模板解开后的大小远超正常文件，已停止读取。没有写出文件。请用PowerPoint打开并另存一份，或向发文件的人核实
error-intake-photo-empty = 这个图片文件是空的。没有保存照片，原来的照片不变。请换一个文件
error-intake-photo-not-a-picture = 这不是可读的照片，只收JPEG、PNG、WebP。没有保存照片，原来的照片不变。手机的HEIC照片请先另存为JPEG
error-intake-photo-name-differs = 文件内容与扩展名不符，不予读取。没有保存照片，原来的照片不变。请用看图软件打开，另存为JPEG或PNG再选
error-intake-photo-damaged = 图片已损坏，读不完整。没有保存照片，原来的照片不变。请用看图软件打开并另存，或换一张
error-intake-photo-too-many-pixels = 图片有{ $found }百万像素，上限{ $limit }百万像素。没有保存照片，原来的照片不变。请缩小后再选
error-intake-photo-too-small = 图片太小，长宽都要至少{ $limit }像素。没有保存照片，原来的照片不变。请换一张清楚些的
error-intake-photo-too-big = 图片文件太大，上限{ $limit }MB。没有保存照片，原来的照片不变。请缩小或另存为JPEG再选
error-intake-photo-crop = 选取的范围不在图片里。没有保存照片，原来的照片不变。请重新选取
error-intake-calendar = 这是日历文件（.ics），不是名单。没有导入，工作区没有改动。日历请在“触点”里导入
error-intake-not-a-calendar = 这不是日历内容（.ics）。没有导入，工作区没有改动。请在日历软件里导出.ics后再试
error-intake-timed-out = 读取超时，已停止。工作区没有改动。请关掉占用电脑的程序再试，或把文件分成几份
error-intake-crashed = 读取这个文件时出错，已停止。工作区没有改动。请用表格程序打开并另存一份，再导入新文件
error-intake-cancelled = 已取消读取。工作区没有改动
error-intake-child-failed = 读取程序没能启动。工作区没有改动。请重启典客再试；仍不行请查看安全软件是否拦截

intake-problem-row-without-person = 这一行既没有姓名也没有职务，不导入
intake-problem-name-too-long = 姓名超过80个字，多半是列错了位，不导入
intake-problem-duplicate-row = 与第{ $rows }行是同一人，不重复导入
intake-problem-name-missing = 没有姓名，建成“姓名待查”的席位
intake-problem-same-name = 与第{ $rows }行同名，按部门或职务分成不同的人
intake-problem-marks-removed = 含看不见的控制符或方向符，已去掉
intake-problem-value-too-long = 内容过长，这一格不导入
intake-problem-formula-error = 公式出错：{ $value }，这一格不导入
intake-problem-several-values = 写了几项，只取第一项：{ $value }
intake-problem-superior-unknown = 上级{ $value }不在名单里，先建一个只有姓名的人
intake-problem-superior-ambiguous = 有几位都叫{ $value }（第{ $rows }行），汇报线先不连
intake-problem-superior-self = 上级写成了本人，汇报线不连
intake-problem-superior-cycle = 与第{ $rows }行的上级首尾相接成了一圈，这几条汇报线不连
intake-problem-date-unreadable = “{ $value }”不是确切的日期，这一格不导入
intake-problem-birthday-unreadable = “{ $value }”读不出生日，这一格不导入
intake-problem-attitude-unreadable = 态度“{ $value }”对不上，按未知导入
intake-problem-word-loose = “{ $value }”不在标准写法里，已按最接近的一档读入，请过目
intake-problem-level-unreadable = “{ $value }”不是1到4或高、中、低，这一格不导入
intake-problem-rank-unreadable = “{ $value }”对不上1到10的职级，这一格不导入
intake-problem-role-unreadable = 角色“{ $value }”对不上，这一项不导入
intake-problem-phone-unreadable = “{ $value }”不是电话号码，这一格不导入
intake-problem-phone-digits-lost = “{ $value }”是科学记数，号码已丢了几位，请从原表取全号
intake-problem-email-unreadable = “{ $value }”不是邮箱地址，这一格不导入
intake-problem-card-of-nobody = 这张名片是单位或群组的，不是人，不导入
intake-problem-card-line-unreadable = 这张名片有几行读不出，其余照常导入
intake-problem-photo-unreadable = 名片上的照片损坏、太小或不是照片，不带照片导入
intake-problem-photo-too-big = 名片上的照片太大，不带照片导入
intake-problem-photo-elsewhere = 照片不在文件里，而在别处的网址，不去下载，不带照片导入

intake-field-name = 姓名
intake-field-name-en = 英文名
intake-field-surname = 姓
intake-field-given = 名
intake-field-address = 称呼
intake-field-unit = 单位
intake-field-title = 职务
intake-field-rank = 职级
intake-field-superior = 汇报给
intake-field-company = 公司
intake-field-mobile = 手机
intake-field-phone = 电话
intake-field-email = 邮箱
intake-field-messenger = 即时通讯
intake-field-work-address = 办公地址
intake-field-pronunciation = 读音
intake-field-role = 决策角色
intake-field-function = 非正式作用
intake-field-power = 权力
intake-field-influence = 影响力
intake-field-attitude = 态度
intake-field-owner = 责任人
intake-field-backup = 备份
intake-field-sponsor = 高层责任人
intake-field-last-touch = 最近接触
intake-field-native-place = 籍贯
intake-field-dialect = 方言
intake-field-school = 毕业院校
intake-field-employer = 曾任职单位
intake-field-profession = 专业
intake-field-hobby = 爱好
intake-field-diet = 饮食
intake-field-birthday = 生日
intake-field-note = 备注
intake-field-ref = 外部编号
intake-field-uid = 名片标识
intake-field-photo = 照片

intake-certainty-certain = 已对上
intake-certainty-likely = 可能
intake-certainty-guess = 待确认
intake-why-heading = 看列名
intake-why-heading-part = 列名含有
intake-why-content = 看内容
intake-why-heading-and-content = 列名与内容
intake-why-remembered = 照上次的对应
intake-why-format = 名片格式

intake-problem-relation-unreadable = 关系“{ $value }”对不上，这一格不导入
intake-field-relation = 关系强度
intake-refused-gender = 不收，不影响接待
intake-refused-age = 不收，不影响接待
intake-refused-ethnicity = 不收，法规敏感项
intake-refused-religion = 不收，法规敏感项
intake-refused-politics = 不收，法规敏感项
intake-refused-health = 不收，法规敏感项
intake-refused-id-number = 不收，证件号不留
intake-refused-passport = 不收，证件号不留
intake-refused-bank-card = 不收，金融账户不留
intake-refused-family = 不收，不为家人建记录
intake-refused-home = 不收，与工作无关
intake-refused-blood-type = 不收，与工作无关
intake-refused-horoscope = 不收，与工作无关
