//! What happened to orders within a period, each figure with its rows.

use domain::order::{OrderPeriod, figures_of};
use domain::words::table_date;

use super::OrderPlaces;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_order_figures(desk: &mut Desk, period: OrderPeriod) -> Result<OrderFiguresView, Failure> {
    if period.to < period.from {
        let words = format!("The period cannot end before {}, when it begins", table_date(period.from));
        return Err(Failure::refused(words).at("to"));
    }
    desk.read(|reader| {
        let orders = reader.list_orders()?;
        let figures = figures_of(&orders, &reader.list_order_events()?, period);
        let places = OrderPlaces::load(reader)?;
        let rows = orders.into_iter().filter(|order| figures.counts(order.id));
        let rows = rows.map(|order| places.row(order)).collect();
        Ok(OrderFiguresView { period, figures, rows })
    })
}
