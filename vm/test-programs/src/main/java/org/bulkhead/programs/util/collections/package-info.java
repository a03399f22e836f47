/** Lists, maps, sets, queues and their iterators. */
package org.bulkhead.programs.util.collections;
