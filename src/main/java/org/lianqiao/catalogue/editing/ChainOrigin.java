package org.lianqiao.catalogue.editing;

/** Why a chain is in the catalogue. */
enum ChainOrigin {
    ARTICLE,
    SIX_CHAINS,
    FIVE_CLUSTERS,
    LOCAL
}
