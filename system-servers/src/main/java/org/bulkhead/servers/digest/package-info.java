/** A program that reads a whole disk and computes its SHA-256. It knows nothing of drivers that die. */
package org.bulkhead.servers.digest;
