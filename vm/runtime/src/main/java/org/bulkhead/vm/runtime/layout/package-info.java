/**
 * Where everything lies that compiled code, the builder and the runtime must agree on: each layout is drawn once, here.
 *
 * <p>All fields are little-endian; a reference, a hub and a code address are 32 bits, since everything an isolate can name lies below 4 GiB.
 */
package org.bulkhead.vm.runtime.layout;
