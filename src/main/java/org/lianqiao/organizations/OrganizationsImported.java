package org.lianqiao.organizations;

import java.util.List;
import java.util.UUID;

/** Enterprises came in bulk; published within the transaction that took them, some thousands at a time. */
public record OrganizationsImported(List<UUID> ids) {}
