package org.lianqiao.shared;

/** The viewer sees the record but may not do this (403). */
public class Forbidden extends RuntimeException {}
