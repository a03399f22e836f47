/**
 * Programs that keep the collector busy: churn, long lists, trees, odd graphs, large arrays. Each
 * prints checksums that a lost, doubled or moved-without-update object would change.
 */
package org.bulkhead.programs.gc;
