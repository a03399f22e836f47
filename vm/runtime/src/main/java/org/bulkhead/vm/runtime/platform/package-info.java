/**
 * The few things the runtime cannot do by itself: get memory, write to a console, read clocks, end.
 *
 * <p>{@link org.bulkhead.vm.runtime.platform.Platform} names them. There is one implementation here, for static Linux programs; the one for isolates on the nucleus lives with the isolate API,
 * which knows the nucleus's calls, and is set by {@link org.bulkhead.vm.runtime.platform.PlatformHolder#start}.
 */
package org.bulkhead.vm.runtime.platform;
