package org.lianqiao.projects.counting;

/** What was signed: 框架协议, 正式合同, 增资, 新增投资方. */
enum SigningKind {
    FRAMEWORK,
    CONTRACT,
    INCREASE,
    INVESTOR
}
