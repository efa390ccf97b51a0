package org.lianqiao.prospects;

import java.util.UUID;

/** A prospect in short, for whoever sees the whole of it. */
public record ProspectBrief(
        UUID id, String number, UUID organizationId, String organization, String matter, UUID holderOfficeId) {}
