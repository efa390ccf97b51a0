package org.lianqiao.matching.chains;

import java.util.List;
import org.lianqiao.needs.NeedKind;

/**
 * What the alliance could do at a node, and the facts that say so.
 *
 * @param weight how much speaks for it, to put the strongest first
 */
record Proposal(NeedKind kind, ChainNode node, int weight, List<Evidence> evidence) {}
