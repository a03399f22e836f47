/** A disk that fails on purpose, between a driver and whoever is to be tested on it: {@link org.bulkhead.servers.faultydisk.FaultyDisk}. It is in no image that ships. */
package org.bulkhead.servers.faultydisk;
