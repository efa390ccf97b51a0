package org.lianqiao.needs;

import java.util.UUID;

/**
 * A need that an analysis proposes, ready to be drafted.
 *
 * @param node the chain node at which something is missing, strong, or within reach
 * @param title in Chinese, as it will stand in lists
 * @param evidence what the proposal rests on, of what everybody may see; at most 2000 characters count
 */
public record NeedProposal(NeedKind kind, UUID node, String title, String description, String evidence) {}
