package org.lianqiao.audit;

/** What a person asks for: 查阅复制, 更正补充, 删除 and 转移 (PIPL art. 45 to 47). */
enum PersonalDataKind {
    ACCESS,
    CORRECTION,
    ERASURE,
    PORTABILITY
}
