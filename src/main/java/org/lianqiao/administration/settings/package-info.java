/** What an administrator may set. */
@NullMarked
package org.lianqiao.administration.settings;

import org.jspecify.annotations.NullMarked;
