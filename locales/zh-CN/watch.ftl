# 预警：规则、处理状态、合同与预算
step-set-warning = 处理预警
step-snooze-warning = 暂缓预警
step-put-contract = 记合同
step-remove-contract = 删合同
step-put-incident = 记质量事件
step-remove-incident = 删质量事件
step-put-budget-line = 记预算
step-remove-budget-line = 删预算
step-put-threshold = 定预警阈值
step-remove-threshold = 恢复预警阈值
watch-settled = 已不再触发，请说明结果
