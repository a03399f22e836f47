package org.bulkhead.isolate.protocol;

/**
 * A piece of the system's log.
 *
 * @param next offset behind it, from which to go on
 * @param text its bytes, Latin-1; none at the end of the log
 */
public record LogPiece(long next, @MaxLength(LogPiece.LIMIT) byte[] text) {
    /** Most bytes of one piece. */
    public static final int LIMIT = 80;
}
