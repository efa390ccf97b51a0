package org.lianqiao.sheets;

import java.util.List;

/**
 * What stands above the rows of a sheet.
 *
 * @param name of the sheet, at most 31 characters
 * @param title the line above the columns; nothing where empty
 * @param mark who took it out and when, on every printed page and below the rows; nothing where empty
 */
public record SheetHead(String name, String title, String mark, List<SheetColumn> columns) {}
