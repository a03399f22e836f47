package org.bulkhead.isolate.protocol;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bulkhead.isolate.message.LeaseAccess;

/**
 * The parameter, a {@link java.nio.ByteBuffer}, is lent to the server from its position to its limit until the reply; nothing of it is copied into the message. It must be a buffer of
 * {@link org.bulkhead.isolate.call.RawMemory#allocateBuffer}, whose position and limit stay as they are.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Lent {
    /** {@return what the server may do with it} */
    LeaseAccess value();

    /** {@return the most bytes that one call lends} */
    int max();
}
