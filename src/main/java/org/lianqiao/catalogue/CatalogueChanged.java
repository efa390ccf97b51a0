package org.lianqiao.catalogue;

/** Products, their names or their edges changed; published within the transaction that did it. */
public record CatalogueChanged() {}
