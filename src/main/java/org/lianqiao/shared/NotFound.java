package org.lianqiao.shared;

/** There is no such record, or it is not the viewer's to see: the answer is the same (404). */
public class NotFound extends RuntimeException {}
