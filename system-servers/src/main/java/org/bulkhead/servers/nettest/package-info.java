/** A program that asks a network three questions by frames that it makes itself, for want of a protocol stack: {@link org.bulkhead.servers.nettest.NetTest}. */
package org.bulkhead.servers.nettest;
