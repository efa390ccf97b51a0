/** Editing the catalogue, for the system administrator: regions, parks, chains, their nodes and edges. */
@NullMarked
package org.lianqiao.catalogue.editing;

import org.jspecify.annotations.NullMarked;
