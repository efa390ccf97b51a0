package org.lianqiao.cockpit.briefs;

import java.time.LocalDate;
import java.util.List;

/**
 * A brief with all that its PDF shows.
 *
 * @param address of the page where it stands; {@code qr} leads there
 * @param internal whether something in it is not public
 */
record Brief(String title, LocalDate day, String address, String qr, boolean internal, List<Chapter> chapters) {
    /** @param map empty where it has no place */
    record Chapter(String id, BriefItem item, String address, String qr, String map, List<MapSpot> spots) {}
}
