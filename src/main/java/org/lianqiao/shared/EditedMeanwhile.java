package org.lianqiao.shared;

/** Somebody else saved the record first; the page shows both versions and loses no text (409). */
public class EditedMeanwhile extends RuntimeException {}
