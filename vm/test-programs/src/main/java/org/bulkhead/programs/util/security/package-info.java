/** Digests, authentication codes and random numbers. */
package org.bulkhead.programs.util.security;
