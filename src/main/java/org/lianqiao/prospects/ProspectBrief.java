package org.lianqiao.prospects;

import java.util.UUID;

/** A prospect in short, for those who work on it. */
public record ProspectBrief(
        UUID id, String number, UUID organizationId, String organization, String matter, UUID holderOfficeId) {}
