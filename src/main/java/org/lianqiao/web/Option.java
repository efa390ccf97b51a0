package org.lianqiao.web;

/** A choice in a form: what is sent and what is read. */
public record Option(String value, String label) {}
