package org.lianqiao.agreements;

/** Who signs with whom: 政府间, 商协会间, 政企. */
enum AgreementKind {
    OFFICES,
    ASSOCIATIONS,
    ENTERPRISE
}
