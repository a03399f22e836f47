package org.bulkhead.isolate.protocol;

/**
 * Says what was copied of the system's log.
 *
 * @param length number of bytes, 0 at the end of the log
 * @param next offset behind them, from which to go on
 */
public record LogPiece(int length, long next) {}
