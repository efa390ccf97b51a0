/** Uploads: checked, stored, served. */
@ApplicationModule(allowedDependencies = {"shared", "web"})
@NullMarked
package org.lianqiao.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
