package org.lianqiao.files;

/** What a file was given for: 执照, 纪要, 佐证材料, 函件, 协议文本. */
public enum FilePurpose {
    LICENCE,
    MINUTES,
    EVIDENCE,
    LETTER,
    AGREEMENT
}
