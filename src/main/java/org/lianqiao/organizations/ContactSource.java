package org.lianqiao.organizations;

/** Where the portal has a contact from (PIPL art. 17 asks for it). */
public enum ContactSource {
    REGISTRATION,
    INTENT,
    STAFF,
    EVENT,
    IMPORT
}
