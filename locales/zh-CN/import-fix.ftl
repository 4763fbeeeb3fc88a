# 导入前要处理的几类问题
import-fix-more = { $named }等
import-fix-name-title = { $count }行没有姓名
import-fix-name-note = 建成“姓名待查”席位，留给责任人去问
import-fix-name-way = 建{ $count }个席位
import-fix-name-remark = { $count }行空缺
import-fix-name-seat = 建“姓名待查”席位
import-fix-name-none = 不导入这一行
import-fix-words-title = { $field }写成{ $texts }
import-fix-words-note = { $meant ->
    [none] 逐个对应，空格仍记为未知
   *[other] 对到{ $meant }，空格仍记为未知
}
import-fix-words-way = 逐一对应
import-fix-words-remark = { $open ->
    [0] { $count }种写法
   *[other] { $count }种写法待定
}
import-fix-words-none = 未知
import-fix-scale-title = { $texts }
import-fix-scale-note = 表中按1到10计，换为0到5
import-fix-scale-way = 换为0到5
import-fix-scale-remark = 10级换为0到5
import-fix-scale-10 = 10级换为0到5
import-fix-scale-5 = 本来就是0到5
import-fix-scale-none = 不导入
import-fix-days-title = { $count }个日期写法不一
import-fix-days-note = { $texts }
import-fix-days-way = 按年月日读
import-fix-days-remark = { $open ->
    [0] { $count }种写法
   *[other] { $count }种写法待定
}
import-fix-days-none = 不导入
import-fix-owners-title = { $texts }不在我方名单
import-fix-owners-note = { $reasons }
import-fix-owners-way = 指给在岗的人
import-fix-owners-remark = { $count }人不在名单
import-fix-owners-new = 新建一位同事
import-fix-owners-none = 先不指派，记为待问
import-fix-text-title = { $count }处敏感词
import-fix-text-note = { $texts }，默认删去这些句子
import-fix-text-way = 看这{ $count }处
import-fix-text-remark = { $count }处敏感词
import-fix-text-drop = 删去这句
import-fix-text-diet = 移到饮食
import-fix-text-keep = 不是那个意思，留下
import-fix-why-left = { $name }已离职
import-fix-why-several = { $name }可能是几个人
import-fix-why-nobody = 没有叫{ $name }的
import-fix-why-like = { $name }可能是{ $like }
