"""Dates: from what an article says of its time to an instant."""

from analysis.dates.numeric import Order, assumed_reading
from analysis.dates.orders import AUTO, ORDER_SETTINGS, DateOrders, OrderEvidence, usual_order
from analysis.dates.parsing import is_believable, parse_date

__all__ = [
    "AUTO",
    "ORDER_SETTINGS",
    "DateOrders",
    "Order",
    "OrderEvidence",
    "assumed_reading",
    "is_believable",
    "parse_date",
    "usual_order",
]
