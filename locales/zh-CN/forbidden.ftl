# 不得记录的事项：名称、原因、可以怎么做
forbidden-religion = 宗教信仰
forbidden-religion-why = 宗教信仰属于敏感个人信息，不作记录
forbidden-religion-instead = 餐饮上要照顾的，在来访的饮食一项里问和记，不写原因
forbidden-health = 健康状况
forbidden-health-why = 健康状况属于敏感个人信息，不作记录
forbidden-health-instead = 来访需要无障碍或餐饮照顾的，在来访里按用途记
forbidden-ethnicity = 民族
forbidden-ethnicity-why = 民族属于敏感个人信息，不作记录
forbidden-ethnicity-instead = 餐饮上要照顾的，在来访的饮食一项里问和记；地名照常写全称
forbidden-politics = 政治面貌和观点
forbidden-politics-why = 政治面貌和观点不作记录
forbidden-politics-instead = 公开的职务（如党委书记）记在职务里
forbidden-sex_life = 私生活
forbidden-sex_life-why = 私生活不作记录
forbidden-sex_life-instead = 不记
forbidden-id_number = 身份证号
forbidden-id_number-why = 证件号码属于敏感个人信息，这里不留
forbidden-id_number-instead = 入门登记走园区安保的渠道，用完即删
forbidden-bank_card = 银行卡号
forbidden-bank_card-why = 金融账户属于敏感个人信息，这里不留
forbidden-bank_card-instead = 不记；与个人之间不应有款项往来
forbidden-passport = 护照号
forbidden-passport-why = 证件号码属于敏感个人信息，这里不留
forbidden-passport-instead = 签证和订票由经办人直接向本人办理，用完即删
forbidden-family = 家人
forbidden-family-why = 不为家人建立记录
forbidden-family-instead = 一同来访的家人，只在来访里记称呼和饮食，并告知本人
forbidden-blood_type = 血型
forbidden-blood_type-why = 血型与工作无关，不作记录
forbidden-blood_type-instead = 不记
forbidden-horoscope = 星座属相
forbidden-horoscope-why = 星座属相与工作无关，不作记录
forbidden-horoscope-instead = 生日可以记，用来问候
forbidden-informant = 私下打听
forbidden-informant-why = 不支持安插线人、打探标底一类做法
forbidden-informant-instead = 对方公开、正当的指点，记为接触并写明日期
forbidden-leverage = 把柄
forbidden-leverage-why = 不记可以用来要挟人的内容
forbidden-leverage-instead = 写看得见的事和日期，写本人看了也能接受的话
forbidden-benefit = 私下利益
forbidden-benefit-why = 政策之外的好处一律不得给，也不得记
forbidden-benefit-instead = 合规的礼品在来访里定，过限额须审批；有疑问找合规
forbidden-diet = 饮食
forbidden-diet-why = 饮食会透露信仰或健康，只按用途给需要的人看
forbidden-diet-instead = 用饮食一项来问来记，不写原因
error-forbidden = { $matter ->
    [religion] 宗教信仰不作记录。没有保存。餐饮上要照顾的，在来访的饮食一项里记，不写原因。
    [health] 健康状况不作记录。没有保存。来访需要照顾的，在来访里按用途记。
    [ethnicity] 民族不作记录。没有保存。地名照常写全称；餐饮要求在饮食一项里记。
    [politics] 政治面貌和观点不作记录。没有保存。公开职务记在职务里。
    [sex_life] 私生活不作记录。没有保存，请去掉。
    [id_number] 身份证号不留在这里。没有保存。入门登记走安保渠道。
    [bank_card] 银行卡号不留在这里。没有保存，请去掉。
    [passport] 护照号不留在这里。没有保存。签证和订票由经办人直接向本人办理。
    [family] 不为家人建立记录。没有保存。一同来访的，只在来访里记称呼和饮食。
    [blood_type] 血型与工作无关，不作记录。没有保存，请去掉。
    [horoscope] 星座属相不作记录。没有保存。生日可以记。
    [informant] 不支持线人和打探。没有保存。正当的指点记为接触。
    [leverage] 不记可以要挟人的内容。没有保存。请只写看得见的事和日期。
    [benefit] 政策之外的好处不得给，也不得记。没有保存。有疑问找合规。
    [diet] 饮食用饮食一项来问来记，不写原因。没有保存。
   *[other] 这属于不得记录的事项。没有保存，请改写或不记。
}
