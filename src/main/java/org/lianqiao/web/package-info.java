/** What stands around every page: the door, the frame, forms, errors, paging. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.lianqiao.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
