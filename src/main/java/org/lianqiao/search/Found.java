package org.lianqiao.search;

import java.util.List;
import org.lianqiao.shared.PageOf;
import org.lianqiao.web.Facet;

/**
 * What a search found.
 *
 * @param loosely whether nothing holds the words as typed, and these hold all their parts
 * @param meant other words that would find something, where nothing was found
 */
record Found(
        PageOf<Hit> page,
        List<Facet> kinds,
        List<Facet> regions,
        List<Facet> chains,
        boolean loosely,
        List<String> meant) {}
