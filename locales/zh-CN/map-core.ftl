# 图的核心：录入检查、变化、视图、投屏

map-core-hidden-marks = 含有看不见的字符，录入时会去掉
map-core-too-long = 有{ $length }个字，最多{ $limit }个
map-core-superior-twice = 有{ $count }位叫“{ $name }”，说不准是哪一位
map-core-superior-unknown = 行里和图上都没有“{ $name }”
map-core-row-empty = 姓名和职务都是空的
map-core-no-title = 没有职务，先记为待查
map-core-namesake = 图上已有“{ $name }”，请确认不是同一人
map-core-own-superior = 上级是自己
map-core-circle = 几行互为上级，绕成了一圈
map-core-unit-twice = 有{ $count }个部门叫“{ $name }”，说不准是哪一个
map-core-first-unit = 总部
