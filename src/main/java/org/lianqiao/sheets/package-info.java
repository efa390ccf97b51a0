/** Tables that people keep: CSV and .xlsx in, guarded and mapped by the names of their columns. */
@ApplicationModule(allowedDependencies = {"shared", "web", "files"})
@NullMarked
package org.lianqiao.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
