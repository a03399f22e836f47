/**
 * Worlds with open classes: programs whose classes reflection finds by name, with all their members.
 *
 * <p>{@link org.bulkhead.vm.linker.open.OpenWorld} makes all of their code reachable, {@link org.bulkhead.vm.linker.open.MembersWriter} writes what reflection knows of them.
 */
package org.bulkhead.vm.linker.open;
