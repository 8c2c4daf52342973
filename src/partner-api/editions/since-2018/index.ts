export { captcha, captchaPage } from './captcha';
export { deleteCart } from './delete-cart';
export { order } from './orders';
export { certificate, setPayment } from './payment';
export { purchase } from './purchase';
export { reserve } from './reserve';
