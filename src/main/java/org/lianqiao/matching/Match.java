package org.lianqiao.matching;

import java.util.List;
import java.util.UUID;

/**
 * An enterprise that fits.
 *
 * @param strong makes the thing itself or a kind of it, or what goes directly into it
 * @param reasons what speaks for it, the strongest first; never empty
 */
public record Match(UUID enterprise, float score, boolean strong, List<Reason> reasons) {}
