package org.rectify.api.schedule;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of schedules.
 *
 * @since 0.2
 */
public interface ScheduleFactory<O extends Record> extends ComponentFactory<Schedule, O> {}
