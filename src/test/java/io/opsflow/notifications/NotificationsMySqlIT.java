package io.opsflow.notifications;

import io.opsflow.testing.OpsFlowMySqlTest;

/** The same on MySQL. */
@OpsFlowMySqlTest
class NotificationsMySqlIT extends NotificationsTest {}
