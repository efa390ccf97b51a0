package org.lianqiao.prospects.imports;

/** How far an import is. */
enum ImportState {
    UPLOADED,
    /** Read and compared; waits for a confirmation. */
    CHECKED,
    RUNNING,
    DONE,
    UNDONE
}
