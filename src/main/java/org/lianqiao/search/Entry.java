package org.lianqiao.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a module lets people find of one of its records.
 *
 * @param id the record's own
 * @param shortName the name by which people call it; empty where there is none
 * @param note what stands beside the title in a result: number, owner
 * @param href the record's page
 * @param codes what identifies it: numbers, credit code
 * @param keywords short words that say what it is about: products, nodes, industries
 * @param places names of places beside the regions: parks, addresses
 * @param regions codes; the regions above them are added
 * @param chains ids of industry chains
 * @param audience who may find it, see {@link Audience}; never empty
 * @param at the date by which results can be sorted
 */
public record Entry(
        UUID id,
        EntryKind kind,
        String title,
        String titleEn,
        String shortName,
        String note,
        String href,
        List<String> codes,
        List<String> keywords,
        String body,
        List<String> places,
        List<String> regions,
        List<String> chains,
        List<String> audience,
        Instant at) {}
