/** The organisations of the portal, for its administrators. */
@NullMarked
package org.lianqiao.administration.organizations;

import org.jspecify.annotations.NullMarked;
