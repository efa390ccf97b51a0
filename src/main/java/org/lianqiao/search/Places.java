package org.lianqiao.search;

import java.util.List;
import java.util.Set;

/** The names behind the codes that entries carry, and the names of all places: the catalogue knows them. */
public interface Places {
    /** In the reader's language; an empty text where the code is not known. */
    String regionName(String code);

    /** In the reader's language; an empty text where the id is not known. */
    String chainName(String id);

    /** A region's code and those of the regions above it. */
    List<String> path(String code);

    /** The Chinese names of a region, long and short. */
    List<String> namesOf(String code);

    /** Every Chinese name by which a region is called. */
    Set<String> names();
}
