package org.lianqiao.intents;

/** What an intent is about. */
public enum IntentTarget {
    NEED,
    PROJECT,
    REGION,
    NONE
}
